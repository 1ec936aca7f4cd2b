namespace OpinionWatch.Model;

/// <summary>One version of a text of the bureau's own: drafted by the section, approved by a leader, published by the spokesperson.</summary>
/// <remarks>Source: the notice of 2017-09-07, 舆情导控 articles 3 and 7. The service records and times it; it never posts anywhere.</remarks>
public sealed record PublicText
{
    /// <summary>What it is for.</summary>
    public required PublicTextKind Kind { get; init; }

    /// <summary>Number of the version among those of its kind, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string DraftedBy { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Who approved it; null until then. Never who drafted it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who published it; null until then.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>When it was published, as that person says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where it can be read; null when it has no address.</summary>
    public string? Link { get; init; }
}
