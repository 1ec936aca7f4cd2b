namespace OpinionWatch.Console.Status;

/// <summary>What we see of a source (CONTRACT.md, <c>GET /api/sources</c>).</summary>
public sealed record SourceStatus
{
    /// <summary>Id of the source.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind, as in the sites file.</summary>
    public required string Kind { get; init; }

    /// <summary><c>seeing</c>, <c>blind</c> or <c>paused</c>.</summary>
    public required string State { get; init; }

    /// <summary>Since when it is in that state.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why, and what to do; null when it is seen.</summary>
    public string? Why { get; init; }

    /// <summary>Last answered visit.</summary>
    public DateTimeOffset? LastVisitAt { get; init; }

    /// <summary>Last visit that showed something new.</summary>
    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>Publication to detection; null until something was detected.</summary>
    public DetectionTimes? Detection { get; init; }

    /// <summary>Hours seen of the hours in the last day.</summary>
    public required Coverage Coverage { get; init; }
}
