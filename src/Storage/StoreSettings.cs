namespace OpinionWatch.Storage;

/// <summary>What tests change about the store.</summary>
internal sealed record StoreSettings
{
    /// <summary>A journal's segment is followed by the next when it has reached this. 64 MiB.</summary>
    public long SegmentBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Told of every step.</summary>
    public StepWatch Steps { get; init; } = new();
}
