using OpinionWatch.Rules.Segmentation.Cutting;
using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Segmentation;

/// <summary>Walks the precise tokens of a text without allocating.</summary>
public ref struct TokenEnumerator
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Lexicon _lexicon;
    private readonly WorkspacePool _workspaces;
    private readonly bool _hmm;
    private Workspace? _workspace;
    private int _stretchStart;
    private int _stretchEnd;
    private int _at;
    private int _joinedUntil;

    internal TokenEnumerator(ReadOnlySpan<char> text, Lexicon lexicon, WorkspacePool workspaces, bool hmm)
    {
        _text = text;
        _lexicon = lexicon;
        _workspaces = workspaces;
        _hmm = hmm;
    }

    /// <summary>The token reached.</summary>
    public Token Current { get; private set; }

    /// <summary>Gives the enumerator itself, for <c>foreach</c>.</summary>
    public readonly TokenEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next token.</summary>
    /// <returns>False after the last one.</returns>
    public bool MoveNext()
    {
        if (_at == _stretchEnd && !NextStretch())
        {
            return false;
        }

        var length = _workspace!.Lengths[_at - _stretchStart];
        if (length <= 1)
        {
            length = length < 0 ? -length : LengthOfSingle();
        }

        Current = new Token(_at, length);
        _at += length;
        return true;
    }

    /// <summary>Gives the buffers back; <c>foreach</c> calls it.</summary>
    public void Dispose()
    {
        if (_workspace is { } workspace)
        {
            _workspace = null;
            _at = _stretchEnd = _text.Length;
            _workspaces.Return(workspace);
        }
    }

    private bool NextStretch()
    {
        if (_at == _text.Length)
        {
            return false;
        }

        // Rented at the first step only: the copy foreach makes of an enumerator is then the one that owns the buffers.
        _workspace ??= _workspaces.Rent();
        _stretchStart = _at;
        _stretchEnd = Stretch.End(_lexicon, _text, _at);
        Lattice.Weigh(_lexicon, _text[_at.._stretchEnd], _workspace);
        return true;
    }

    /// <summary>Joins the run of single characters beginning here, unless that was done, and gives the length of its first token.</summary>
    private int LengthOfSingle()
    {
        if (_at < _joinedUntil)
        {
            return 1;
        }

        var lengths = _workspace!.Lengths.AsSpan(0, _stretchEnd - _stretchStart);
        var start = _at - _stretchStart;
        var end = start + 1;
        while (end < lengths.Length && lengths[end] == 1)
        {
            end++;
        }

        if (end - start > 1)
        {
            var run = _text.Slice(_at, end - start);
            if (_hmm)
            {
                SingleRun.JoinByModel(_lexicon, run, lengths[start..end], _workspace);
            }
            else
            {
                SingleRun.JoinAlphanumerics(run, lengths[start..end]);
            }

            _joinedUntil = _stretchStart + end;
        }

        return lengths[start];
    }
}
