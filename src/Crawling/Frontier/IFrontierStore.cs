namespace OpinionWatch.Crawling.Frontier;

/// <summary>Where the frontier outlives the process. One process owns it.</summary>
public interface IFrontierStore
{
    /// <summary>Lists every entry not done with.</summary>
    Task<IReadOnlyList<FrontierEntry>> ListEntriesAsync(CancellationToken cancellationToken);

    /// <summary>Lists the marks of those <paramref name="keys"/> that were met before; the others are missing in the answer.</summary>
    Task<IReadOnlyDictionary<string, long>> FindMarksAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Keeps a change; it is on disk, whole, when the task completes. Several calls may share one commit.</summary>
    Task SaveAsync(FrontierChange change, CancellationToken cancellationToken);
}
