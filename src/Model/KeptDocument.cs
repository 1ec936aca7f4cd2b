namespace OpinionWatch.Model;

/// <summary>A document that matched, with its analysis and where its evidence lies.</summary>
public sealed record KeptDocument
{
    /// <summary>What was read.</summary>
    public required Document Document { get; init; }

    /// <summary>What the rules said.</summary>
    public required Analysis Analysis { get; init; }

    /// <summary>What became of it.</summary>
    public required DocumentOutcome Outcome { get; init; }

    /// <summary>The incident it belongs to; null when it opened or joined none.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Where the page was kept: <c>file.warc.gz@offset</c>; null when there is none.</summary>
    public string? Evidence { get; init; }

    /// <summary>When it could not be judged; null when it was.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
