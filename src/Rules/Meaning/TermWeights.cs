using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Weights of a document's terms, in the order the terms were first met.</summary>
internal sealed class TermWeights(int termCount)
{
    private readonly TermMarks _known = new(termCount);
    private readonly double[] _weights = new double[termCount];

    /// <summary>The terms that have a weight.</summary>
    public List<Term> Terms { get; } = [];

    /// <summary>Weight of a term that has one.</summary>
    public double this[Term term]
    {
        get => _weights[term.Index];
        set
        {
            if (_known.Add(term))
            {
                Terms.Add(term);
            }

            _weights[term.Index] = value;
        }
    }

    /// <summary>Forgets all weights.</summary>
    public TermWeights Emptied()
    {
        Terms.Clear();
        _ = _known.Emptied();
        return this;
    }

    /// <summary>Finds a term's weight.</summary>
    public bool TryGetValue(Term term, out double weight)
    {
        weight = _weights[term.Index];
        return _known.Has(term);
    }

    /// <summary>All weights together.</summary>
    public double Sum()
    {
        var sum = 0.0;
        foreach (var term in Terms)
        {
            sum += _weights[term.Index];
        }

        return sum;
    }
}
