using System.Collections.Immutable;

namespace OpinionWatch.Model;

/// <summary>One matter with all that was found of it (舆情事件): the fold of its <see cref="IncidentChange"/>s.</summary>
/// <remarks>CONTRACT.md, JSON shape <c>incident</c>; deliveries are joined in by the API from the outbox.</remarks>
public sealed record Incident
{
    /// <summary>Name, e.g. <c>20261124-0007</c>; unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>How grave it is now.</summary>
    public required Level Level { get; init; }

    /// <summary>When <see cref="Level"/> was reached; <see cref="OpenedAt"/> unless it changed.</summary>
    public required DateTimeOffset LevelSince { get; init; }

    /// <summary>All levels it had, oldest first.</summary>
    public ImmutableList<LevelChange> LevelHistory { get; init; } = [];

    /// <summary>Title of the first document, or its first words.</summary>
    public required string Title { get; init; }

    /// <summary>The first document's essence, at most 200 characters.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Detection: when the first document was found. Clocks and steps run from here by default.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Earliest publication among its documents, as their pages say.</summary>
    public DateTimeOffset? FirstPublishedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public IncidentState State { get; init; } = IncidentState.Open;

    /// <summary>Fields of the bureau's work it touches.</summary>
    public ImmutableList<string> Topics { get; init; } = [];

    /// <summary>Places it names.</summary>
    public ImmutableList<string> Regions { get; init; } = [];

    /// <summary>Everything found of it, first seen first.</summary>
    public ImmutableList<IncidentDocument> Documents { get; init; } = [];

    /// <summary>The statutory clocks that run, ran or were missed.</summary>
    public ImmutableList<Clock> Clocks { get; init; } = [];

    /// <summary>Escalation steps already taken; what is not here is still to be done.</summary>
    public ImmutableList<StepTaken> Steps { get; init; } = [];

    /// <summary>Upward reports made.</summary>
    public ImmutableList<UpwardReport> Reports { get; init; } = [];

    /// <summary>What it was judged to be; null until 研判.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Who deals with it; null until 交办.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>When the section began to act; null until 处置.</summary>
    public DateTimeOffset? HandlingSince { get; init; }

    /// <summary>Texts of the bureau's own, all versions, oldest first.</summary>
    public ImmutableList<PublicText> Texts { get; init; } = [];

    /// <summary>Who or what did what, when, why; oldest first. A join is not listed: the document stands in <see cref="Documents"/>.</summary>
    public ImmutableList<AuditEntry> Audit { get; init; } = [];

    /// <summary>The analysis that gave the present level.</summary>
    public Analysis? Grounds { get; init; }

    /// <summary>When a named person took over (签收); null until then.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who took over.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was closed or dismissed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The incident it was merged into.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Id of the contact it was made for when it is a drill (演习) and no real matter: it counts nowhere and alerts nobody else. Null for every real incident.</summary>
    public string? DrillTo { get; init; }

    /// <summary>Number of changes folded, from 1. Grows by one a change.</summary>
    public long Revision { get; init; }

    /// <summary>Neither closed nor dismissed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLive => State is not (IncidentState.Closed or IncidentState.Dismissed);
}
