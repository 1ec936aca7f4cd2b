using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>A document of an incident as CONTRACT.md shows it.</summary>
internal sealed record DocumentView(
    string Id,
    string? Url,
    string? Site,
    string? Title,
    DateTimeOffset? PublishedAt,
    DateTimeOffset FirstSeenAt,
    DocumentRelation Relation,
    Level Level)
{
    public static DocumentView Of(IncidentDocument document) => new(
        document.Id,
        document.Url,
        document.Site,
        document.Title,
        document.PublishedAt,
        document.FirstSeenAt,
        document.Relation,
        document.Level);
}
