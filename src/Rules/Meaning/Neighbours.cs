using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>The matches round one of them, itself left out. Walked without allocating.</summary>
internal ref struct Neighbours(ReadOnlySpan<Found> around, int self)
{
    private readonly ReadOnlySpan<Found> _around = around;
    private int _at = -1;

    /// <summary>The match reached.</summary>
    public readonly Found Current => _around[_at];

    /// <summary>Gives itself, for <c>foreach</c>.</summary>
    public readonly Neighbours GetEnumerator() => this;

    /// <summary>Goes to the next match.</summary>
    public bool MoveNext() => ++_at < _around.Length && (_at != self || ++_at < _around.Length);

    /// <summary>Whether any of them is such.</summary>
    public readonly bool Any(Func<Found, bool> such)
    {
        for (var i = 0; i < _around.Length; i++)
        {
            if (i != self && such(_around[i]))
            {
                return true;
            }
        }

        return false;
    }
}
