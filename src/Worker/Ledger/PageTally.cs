using OpinionWatch.Model;

namespace OpinionWatch.Worker.Ledger;

/// <summary>What became of the documents of one page; goes into the ledger as a whole.</summary>
/// <param name="documents">How many were handed over.</param>
internal sealed class PageTally(int documents)
{
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>Documents handed over.</summary>
    public int Documents => documents;

    /// <summary>Counts by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>All of the page was gone through; otherwise something broke, and what is not counted here comes again.</summary>
    public bool IsWhole { get; set; }

    /// <summary>One document ended.</summary>
    public void Add(DocumentOutcome outcome) => Add(LedgerNames.Of(outcome));

    /// <summary>One document is in the journal.</summary>
    public void Keep() => Add(LedgerNames.Kept);

    /// <summary>One document was a canary.</summary>
    public void AddDrill() => Add(LedgerNames.Drill);

    private void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
