using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>What of a new document is compared with the incidents known.</summary>
/// <param name="Prints">Its fingerprints.</param>
/// <param name="At">When it was published, or else seen.</param>
/// <param name="Topics">Fields of work.</param>
/// <param name="Regions">Places, official names.</param>
/// <param name="Terms">Distinct terms that are not places.</param>
/// <param name="TitleKey">What its title has in common with one it answers; null when too short.</param>
/// <param name="PlacePairs">Pairs of letters that only name places.</param>
/// <param name="PlaceTriples">Triples of letters that hold one of those.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Site">Its source.</param>
/// <param name="IsSequel">It tells what came of a matter, and no new event.</param>
/// <param name="TitlePairs">Pairs of letters of its title.</param>
internal sealed record NewText(
    DocumentPrints Prints,
    DateTimeOffset At,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Regions,
    IReadOnlyCollection<string> Terms,
    string? TitleKey,
    IReadOnlySet<uint> PlacePairs,
    IReadOnlySet<uint> PlaceTriples,
    DocumentKind Kind,
    string? Site,
    bool IsSequel,
    LetterPairs TitlePairs)
{
    private const int TitleLength = 200;
    private static readonly HashSet<string> PlaceCategories = ["地域", "地址", "地名"];

    /// <summary>Reads it out of a document and its analysis.</summary>
    public static NewText Of(Document document, Analysis analysis, CommonPairs common, DateTimeOffset now)
    {
        var at = IncidentTexts.PublicationOf(document, now) ?? now;
        var asWritten = DocumentPrints.AsWritten(document);
        var placePairs = PlaceNames.PairsOf(asWritten, analysis.Regions);
        return new(
            DocumentPrints.Of(document, common),
            at,
            analysis.Topics,
            analysis.Regions,
            analysis.Hits.Where(hit => !PlaceCategories.Contains(hit.Category)).Select(hit => hit.Term).ToHashSet(),
            Correlation.TitleKey.Of(document.Title),
            placePairs,
            LetterTriples.With(asWritten, placePairs),
            document.Kind,
            document.Site,
            Sequel.Is(asWritten, at),
            LetterPairs.Of(document.Title is { Length: > TitleLength } title ? title[..TitleLength] : document.Title ?? ""));
    }
}
