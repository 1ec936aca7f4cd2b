namespace OpinionWatch.Alerts.Digest;

/// <summary>What a digest says, in words made harmless; HTML, text and paper are written from it.</summary>
public sealed record DigestModel
{
    /// <summary>Name of the bureau.</summary>
    public required string Organisation { get; init; }

    /// <summary>舆情日报, 舆情周报, 舆情月报 or 舆情专题报告, by the period's length.</summary>
    public required string Kind { get; init; }

    /// <summary>The period in words.</summary>
    public required string Period { get; init; }

    /// <summary>When it was made, in words.</summary>
    public required string MadeAt { get; init; }

    /// <summary>Incidents opened in the period by level, gravest first, levels without any included.</summary>
    public required IReadOnlyList<DigestCount> Levels { get; init; }

    /// <summary>Incidents opened in the period by topic, most first.</summary>
    public required IReadOnlyList<DigestCount> Topics { get; init; }

    /// <summary>Documents that matched in the period: how many, and what became of them.</summary>
    public required IReadOnlyList<DigestCount> Documents { get; init; }

    /// <summary>Opened in the period, gravest first.</summary>
    public required IReadOnlyList<DigestIncident> Opened { get; init; }

    /// <summary>Opened before it and still live.</summary>
    public required IReadOnlyList<DigestIncident> Ongoing { get; init; }

    /// <summary>Opened before it and ended in it.</summary>
    public required IReadOnlyList<DigestIncident> Ended { get; init; }

    /// <summary>Hours covered, over all sources.</summary>
    public required int HoursCovered { get; init; }

    /// <summary>Hours that should have been covered.</summary>
    public required int HoursOf { get; init; }

    /// <summary>Sources that were not seen all the time, worst first.</summary>
    public required IReadOnlyList<DigestSource> Gaps { get; init; }

    /// <summary>Number of sources seen all the time.</summary>
    public required int SourcesWhole { get; init; }

    /// <summary>Head of the audit chain when the digest was made, <c>SEQUENCE:HASH</c>; null when it is not told.</summary>
    public string? Anchor { get; init; }

    /// <summary>Deliveries that failed, those alike in one line.</summary>
    public required IReadOnlyList<DigestFailure> Failures { get; init; }
}
