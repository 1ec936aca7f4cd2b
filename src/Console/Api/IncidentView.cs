using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>An incident as CONTRACT.md shows it: the record itself, its heat and its deliveries.</summary>
internal sealed record IncidentView
{
    public required string Id { get; init; }

    public required Level Level { get; init; }

    public required IReadOnlyList<LevelChange> LevelHistory { get; init; }

    public required string Title { get; init; }

    /// <summary>True for a drill (演习); absent for every real incident.</summary>
    public bool? Drill { get; init; }

    public required string Summary { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? FirstPublishedAt { get; init; }

    public required IncidentState State { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? MergedInto { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public required IReadOnlyList<DocumentView> Documents { get; init; }

    /// <summary>Number of distinct sources.</summary>
    public required int Sources { get; init; }

    /// <summary>Number of reprints.</summary>
    public required int Reprints { get; init; }

    public required IReadOnlyList<Clock> Clocks { get; init; }

    public required IReadOnlyList<UpwardReport> Reports { get; init; }

    public required IReadOnlyList<DeliveryView> Deliveries { get; init; }

    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    public Assessment? Assessment { get; init; }

    public Assignment? Assignment { get; init; }

    public DateTimeOffset? HandlingSince { get; init; }

    /// <summary>Texts of the bureau's own, all versions.</summary>
    public required IReadOnlyList<PublicText> Texts { get; init; }

    public int? Score { get; init; }

    public IReadOnlyList<Factor>? Factors { get; init; }

    public IReadOnlyList<Hit>? Hits { get; init; }

    public string? LexiconVersion { get; init; }

    public static IncidentView Of(Incident incident, IReadOnlyList<Delivery> deliveries) => new()
    {
        Id = incident.Id,
        Level = incident.Level,
        LevelHistory = incident.LevelHistory,
        Title = incident.Title,
        Drill = incident.DrillTo is null ? null : true,
        Summary = incident.Summary,
        OpenedAt = incident.OpenedAt,
        FirstPublishedAt = incident.FirstPublishedAt,
        State = incident.State,
        AcknowledgedAt = incident.AcknowledgedAt,
        AcknowledgedBy = incident.AcknowledgedBy,
        EndedAt = incident.EndedAt,
        MergedInto = incident.MergedInto,
        Topics = incident.Topics,
        Regions = incident.Regions,
        Documents = [.. incident.Documents.Select(DocumentView.Of)],
        Sources = incident.Documents.Select(d => d.Site).Distinct().Count(),
        Reprints = incident.Documents.Count(d => d.Relation == DocumentRelation.Reprint),
        Clocks = incident.Clocks,
        Reports = incident.Reports,
        Deliveries = [.. deliveries.Select(DeliveryView.Of)],
        Audit = incident.Audit,
        Assessment = incident.Assessment,
        Assignment = incident.Assignment,
        HandlingSince = incident.HandlingSince,
        Texts = incident.Texts,
        Score = incident.Grounds?.Score,
        Factors = incident.Grounds?.Factors,
        Hits = incident.Grounds?.Hits,
        LexiconVersion = incident.Grounds?.LexiconVersion,
    };
}
