namespace OpinionWatch.Model;

/// <summary>A document as its incident keeps it: enough to show, to link and to recognise a reprint.</summary>
public sealed record IncidentDocument
{
    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>The thread or article it belongs to.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Id of the source.</summary>
    public string? Site { get; init; }

    /// <summary>Tier of the source.</summary>
    public SourceTier? Tier { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>When it was published, as the page says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When we first saw it.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Why it is in the incident.</summary>
    public DocumentRelation Relation { get; init; }

    /// <summary>Level the document itself was graded.</summary>
    public Level Level { get; init; }

    /// <summary>Distinct lexicon terms it hit.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Places it names.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Fingerprints, each <c>algorithm:version:value</c>.</summary>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];
}
