using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>What is remembered of a thread or article that belongs to a matter, between two looks at it.</summary>
internal sealed record WatchedThread
{
    /// <summary>Documents of one thread that are compared; those beyond are not.</summary>
    public const int MostMatched = 20;

    private const int MostIds = 200;

    /// <summary>When it last changed, or was first found to belong to a matter: it is looked at the less often the longer that is ago.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its last page, where new floors appear.</summary>
    public required string LastPage { get; init; }

    /// <summary>Number of that page, from 1.</summary>
    public int LastNumber { get; init; } = 1;

    /// <summary>Documents known of the last page.</summary>
    public IReadOnlyList<string> LastIds { get; init; } = [];

    /// <summary>Its documents that belong to a matter.</summary>
    public IReadOnlyList<MatchedDocument> Matched { get; init; } = [];

    /// <summary>How often it was looked at: its pages take turns.</summary>
    public int Turn { get; init; }

    /// <summary>The pages that are looked at, the last one first.</summary>
    public IReadOnlyList<string> Pages() => [.. Matched.Select(document => document.Page).Prepend(LastPage).Distinct()];

    /// <summary>The page whose turn it is.</summary>
    public string NextPage()
    {
        var pages = Pages();
        return pages[Turn % pages.Count];
    }

    /// <summary>Reads what was remembered; null when it is of another version.</summary>
    public static WatchedThread? Read(string? memory)
    {
        try
        {
            return memory is null ? null : JsonSerializer.Deserialize<WatchedThread>(memory, ContractJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Gives it as it is remembered.</summary>
    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    /// <summary>Takes in a page that was handed over: what matched on it, and its documents when it is the last.</summary>
    /// <param name="page">Its address.</param>
    /// <param name="number">Its number in the thread.</param>
    /// <param name="documents">What stands on it.</param>
    /// <param name="matched">Ids of those that belong to a matter.</param>
    /// <param name="now">This instant.</param>
    public WatchedThread With(string page, int number, IReadOnlyList<Document> documents, IReadOnlyCollection<string> matched, DateTimeOffset now)
    {
        var isLast = number >= LastNumber;
        var fresh = documents.Where(document => matched.Contains(document.Id)).Select(document => Of(document, page)).ToList();
        return this with
        {
            ChangedAt = now,
            LastPage = isLast ? page : LastPage,
            LastNumber = isLast ? number : LastNumber,
            LastIds = isLast ? [.. documents.Select(document => document.Id).TakeLast(MostIds)] : LastIds,
            Matched = [.. Matched.Select(known => fresh.Find(document => document.Id == known.Id) ?? known).Concat(fresh.Where(document => !Matched.Any(known => known.Id == document.Id))).Take(MostMatched)],
        };
    }

    /// <summary>Gives a document as it is remembered.</summary>
    public static MatchedDocument Of(Document document, string page) => new() { Id = document.Id, Page = page, Text = TextOf(document) };

    /// <summary>Gives headline and text as they are compared.</summary>
    public static string TextOf(Document document)
    {
        var text = document.Title + "\n" + document.Text;
        return text.Length > MatchedDocument.MostText ? text[..MatchedDocument.MostText] : text;
    }
}
