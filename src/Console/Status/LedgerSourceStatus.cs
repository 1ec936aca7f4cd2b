namespace OpinionWatch.Console.Status;

/// <summary>What was counted for one source in one hour.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Counts">Counts by state.</param>
/// <param name="Why">The last reason why something failed; null when nothing did.</param>
public sealed record LedgerSourceStatus(string Source, IReadOnlyDictionary<string, long> Counts, string? Why);
