namespace OpinionWatch.Alerts.Digest;

/// <summary>How much of a period one source was seen (信源覆盖).</summary>
public sealed record SourceCoverage
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>Hours of the period in which at least one visit could be read.</summary>
    public int HoursCovered { get; init; }

    /// <summary>Hours of the period in which it should have been visited.</summary>
    public int HoursOf { get; init; }

    /// <summary>Times not covered, oldest first.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; init; } = [];

    /// <summary>How it stands now.</summary>
    public CoverageState State { get; init; }
}
