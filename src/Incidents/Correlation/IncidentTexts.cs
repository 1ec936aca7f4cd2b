using System.Buffers;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Makes of a document what an incident shows and keeps of it.</summary>
internal static class IncidentTexts
{
    private const int TitleLength = 40;
    private const int SummaryLength = 200;
    private const int KeptTitleLength = 200;
    private const int KeptTerms = 64;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。!?\uFF01\uFF1F;\uFF1B");
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Gives the title, or the first sentence, at most 40 characters.</summary>
    public static string TitleOf(Document document)
    {
        var title = OneLine(document.Title, KeptTitleLength);
        return title.Length > 0 ? Cut(title, TitleLength) : FirstSentence(OneLine(document.Text, 4 * SummaryLength));
    }

    /// <summary>Gives the beginning of the text, at most 200 characters.</summary>
    public static string SummaryOf(Document document)
    {
        var text = OneLine(document.Text, 4 * SummaryLength);
        return Cut(text.Length > 0 ? text : OneLine(document.Title, SummaryLength), SummaryLength);
    }

    /// <summary>Gives the time of publication; null when it is unknown or lies in the future, as pages in another time zone say.</summary>
    public static DateTimeOffset? PublicationOf(Document document, DateTimeOffset now) =>
        document.PublishedAt <= now + Ahead ? document.PublishedAt : null;

    /// <summary>Gives the document as its incident keeps it.</summary>
    public static IncidentDocument Keep(Document document, Analysis analysis, DocumentRelation relation, IReadOnlyList<string> fingerprints, DateTimeOffset now) => new()
    {
        Id = document.Id,
        Url = document.Url,
        CanonicalUrl = document.CanonicalUrl,
        Site = document.Site,
        Tier = document.Tier,
        Title = OneLine(document.Title, KeptTitleLength) is { Length: > 0 } title ? title : null,
        Kind = document.Kind,
        PublishedAt = PublicationOf(document, now),
        FirstSeenAt = now,
        Relation = relation,
        Level = analysis.Level,
        Terms = [.. analysis.Hits.Select(hit => hit.Term).Distinct().Take(KeptTerms)],
        Regions = [.. analysis.Regions.Take(KeptTerms)],
        Fingerprints = fingerprints,
    };

    private static string OneLine(string? text, int limit)
    {
        var cut = text is null || text.Length <= limit ? text : text[..limit];
        return string.Join(' ', (cut ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FirstSentence(string text)
    {
        var end = text.AsSpan().IndexOfAny(SentenceEnds);
        return end > 0 && end < TitleLength ? text[..end] : text.Length == 0 ? "(无标题)" : Cut(text, TitleLength);
    }

    /// <summary>Cuts with an ellipsis, and not through a surrogate pair.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }
}
