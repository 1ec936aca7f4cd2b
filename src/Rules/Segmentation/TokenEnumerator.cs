namespace OpinionWatch.Rules.Segmentation;

/// <summary>Walks the precise tokens of a text without allocating.</summary>
public ref struct TokenEnumerator
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    internal TokenEnumerator(ReadOnlySpan<char> text)
    {
        _text = text;
        _at = 0;
        Current = default;
    }

    /// <summary>The token reached.</summary>
    public Token Current { get; private set; }

    /// <summary>Gives the enumerator itself, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next token.</summary>
    /// <returns>False after the last one.</returns>
    public bool MoveNext()
    {
        if (_at >= _text.Length)
        {
            return false;
        }

        Current = new Token(_at++, 1);
        return true;
    }

    /// <summary>Gives the buffers back; <c>foreach</c> calls it.</summary>
    public void Dispose()
    {
        _at = _text.Length;
    }
}
