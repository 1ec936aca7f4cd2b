namespace OpinionWatch.Storage.Journal;

/// <summary>What <c>verify</c> found in a data folder.</summary>
public sealed record Verification
{
    /// <summary>Records of the journal that are right, from the first.</summary>
    public long Records { get; init; }

    /// <summary>Stretches of evidence that are right.</summary>
    public long Evidence { get; init; }

    /// <summary>Bytes behind the last whole record or stretch that a kill left; the next start cuts them off. No fault.</summary>
    public long TornBytes { get; init; }

    /// <summary>The first broken entry: file, offset and what is wrong; null when all is right.</summary>
    public string? Fault { get; init; }

    /// <summary>Nothing was changed, removed, inserted or reordered.</summary>
    public bool IsWhole => Fault is null;
}
