namespace OpinionWatch.Crawling.Ledger;

/// <summary>What was counted for one source in one hour. Names of counts are on disk and never change their meaning.</summary>
public sealed record LedgerHour
{
    /// <summary>Id of the source; names that begin with an underscore are the ledger's own.</summary>
    public required string Source { get; init; }

    /// <summary>The hour's first instant, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>The counts.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>Last reason of what failed, in Chinese; null when nothing did.</summary>
    public string? Why { get; init; }
}
