namespace OpinionWatch.Crawling.Frontier;

/// <summary>One atomic change of the stored frontier.</summary>
public sealed record FrontierChange
{
    /// <summary>Entries added or replaced, by <see cref="FrontierEntry.Key"/>.</summary>
    public IReadOnlyList<FrontierEntry> Put { get; init; } = [];

    /// <summary>Keys of entries done with.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Items met now.</summary>
    public IReadOnlyList<SeenMark> Seen { get; init; } = [];
}
