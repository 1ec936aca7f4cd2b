using System.Text.Json;
using OpinionWatch.Crawling.Extraction.Addresses;
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

    /// <summary>The page before the last one; null while that is not known.</summary>
    public string? BeforeLast { get; init; }

    /// <summary>Documents known of that page.</summary>
    public IReadOnlyList<string> BeforeIds { get; init; } = [];

    /// <summary>A next page that was named and was not there; null when there is none.</summary>
    public string? Dead { get; init; }

    /// <summary>Looks in a row, quiet ones not counted, that found edits and nothing else.</summary>
    public int Edits { get; init; }

    /// <summary>The pages that are looked at, the last one first.</summary>
    public IReadOnlyList<string> Pages() => [.. Matched.Select(document => document.Page).Prepend(LastPage).Distinct()];

    /// <summary>The page whose turn it is.</summary>
    public string NextPage()
    {
        var pages = Pages();
        return pages[((Turn % pages.Count) + pages.Count) % pages.Count];
    }

    /// <summary>The pages a document may have moved to from one: floors change pages when others are deleted or put in.</summary>
    /// <param name="page">The page it stood on.</param>
    /// <param name="next">The next page that one names; null when it names none.</param>
    public IReadOnlyList<string> Neighbours(string page, Uri? next)
    {
        var before = Uri.TryCreate(page, UriKind.Absolute, out var url) && DiscuzAddress.Find(url) is { IsThread: true, Page: > 1 and var number }
            ? DiscuzAddress.OfPage(url, number - 1)?.AbsoluteUri
            : page == LastPage ? BeforeLast : null;
        var after = next?.AbsoluteUri ?? (page == BeforeLast ? LastPage : null);
        return [.. new[] { before, after }.OfType<string>().Where(address => address != page).Distinct()];
    }

    /// <summary>Takes the last page back, which is not there: the page before it is the last again. The same where that is not known, or where something that matched stood on the last one until now.</summary>
    public WatchedThread WithoutLast() => BeforeLast is null || Matched.Any(known => known.Page == LastPage && !known.Gone)
        ? this
        : this with { LastPage = BeforeLast, LastIds = BeforeIds, LastNumber = Math.Max(1, LastNumber - 1), BeforeLast = null, BeforeIds = [], Dead = LastPage };

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
            LastIds = isLast ? IdsOf(documents) : LastIds,
            BeforeLast = number == LastNumber + 1 ? LastPage : number > LastNumber ? null : BeforeLast,
            BeforeIds = number == LastNumber + 1 ? LastIds : number > LastNumber ? [] : BeforeIds,
            Dead = page == Dead ? null : Dead,
            Matched = [.. Matched.Select(known => fresh.Find(document => document.Id == known.Id) ?? known).Concat(fresh.Where(document => !Matched.Any(known => known.Id == document.Id))).Take(MostMatched)],
        };
    }

    /// <summary>Gives a document as it is remembered.</summary>
    public static MatchedDocument Of(Document document, string page) => new() { Id = document.Id, Page = page, Text = TextOf(document) };

    /// <summary>Gives the documents of a page as they are remembered.</summary>
    public static IReadOnlyList<string> IdsOf(IReadOnlyList<Document> documents) => [.. documents.Select(document => document.Id).TakeLast(MostIds)];

    /// <summary>Gives headline and text as they are compared.</summary>
    public static string TextOf(Document document)
    {
        var text = document.Title + "\n" + document.Text;
        return text.Length > MatchedDocument.MostText ? text[..MatchedDocument.MostText] : text;
    }
}
