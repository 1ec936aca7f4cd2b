namespace OpinionWatch.Rules.Matching;

/// <summary>A set of one vocabulary's terms that is emptied without being cleared, to be kept from document to document.</summary>
internal sealed class TermMarks(int termCount)
{
    private readonly int[] _rounds = new int[termCount];
    private int _round;

    /// <summary>Empties the set.</summary>
    public TermMarks Emptied()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_rounds);
            _round = 0;
        }

        _round++;
        return this;
    }

    /// <summary>Whether the term is in the set.</summary>
    public bool Has(Term term) => _rounds[term.Index] == _round;

    /// <summary>Adds a term; false when it was there.</summary>
    public bool Add(Term term)
    {
        ref var round = ref _rounds[term.Index];
        var added = round != _round;
        round = _round;
        return added;
    }
}
