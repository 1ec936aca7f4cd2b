using System.Globalization;
using Lucene.Net.Documents;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Search;
using OpinionWatch.Model;
using OpinionWatch.Storage.State;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace OpinionWatch.Worker.Search;

/// <summary>A kept document as the index has it, and back.</summary>
internal static class IndexedDocument
{
    public const string Id = "id";
    public const string Sequence = "seq";
    public const string At = "at";
    public const string Month = "kept";
    public const string Site = "site";
    public const string Level = "level";
    public const string Topic = "topic";
    public const string Area = "area";
    private const string Title = "title";
    private const string Text = "text";
    private const string Url = "url";
    private const string Published = "published";
    private const string Incident = "incident";
    private const string Evidence = "evidence";
    private const int LongestIndexed = 100_000;
    private const int LongestShown = 20_000;

    // The engine refuses a key of more than 32,766 bytes; no site or topic has a name of this length.
    private const int LongestKey = 1000;

    /// <summary>Gives the index's document.</summary>
    public static LuceneDocument Of(StoredDocument stored)
    {
        var (document, analysis) = (stored.Document.Document, stored.Document.Analysis);
        var text = document.Text.Length > LongestIndexed ? document.Text[..LongestIndexed] : document.Text;
        var folded = SearchText.Fold(document.Title + "\n" + text);
        var at = document.PublishedAt ?? stored.At;
        var result = new LuceneDocument
        {
            new StringField(Id, document.Id, Field.Store.YES),
            new Int64Field(Sequence, stored.Sequence, Field.Store.YES),
            new NumericDocValuesField(Sequence, stored.Sequence),
            new Int64Field(At, at.UtcTicks, Field.Store.NO),
            new Int64Field(Month, stored.At.UtcTicks, Field.Store.YES),
            new StringField(Level, Name(analysis.Level), Field.Store.YES),
            new StringField(Area, analysis.InArea ? "in" : "out", Field.Store.YES),
            new TextField(SearchAnalyzer.Words, folded, Field.Store.NO),
            new TextField(SearchAnalyzer.Characters, folded, Field.Store.NO),
            new StoredField(Text, text.Length > LongestShown ? text[..LongestShown] : text),
        };
        foreach (var topic in analysis.Topics)
        {
            result.Add(new StringField(Topic, PlainText.Cut(topic, LongestKey), Field.Store.YES));
        }

        if (document.Site is { } site)
        {
            result.Add(new StringField(Site, PlainText.Cut(site, LongestKey), Field.Store.YES));
        }

        Add(result, Title, document.Title);
        Add(result, Url, document.Url);
        Add(result, Published, document.PublishedAt?.ToString("O", CultureInfo.InvariantCulture));
        Add(result, Incident, stored.Document.IncidentId);
        Add(result, Evidence, stored.Document.Evidence);
        return result;
    }

    /// <summary>Gives what is shown of it.</summary>
    public static SearchHit Show(LuceneDocument found, IReadOnlyList<string> words)
    {
        var (snippet, marks) = Snippet.Of(found.Get(Text) ?? "", words);
        var title = found.Get(Title);
        return new SearchHit
        {
            Id = found.Get(Id),
            Url = found.Get(Url),
            Site = found.Get(Site),
            Title = title,
            PublishedAt = found.Get(Published) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null,
            KeptAt = new DateTimeOffset(found.GetField(Month).GetInt64Value() ?? 0, TimeSpan.Zero),
            Level = Enum.Parse<Level>(found.Get(Level), ignoreCase: true),
            Topics = found.GetValues(Topic),
            InArea = found.Get(Area) == "in",
            IncidentId = found.Get(Incident),
            Evidence = found.Get(Evidence),
            Snippet = snippet,
            Marks = marks,
            TitleMarks = Snippet.Marks(title ?? "", words),
        };
    }

    /// <summary>Gives the name of a level as the index has it.</summary>
    public static string Name(Level level) => level.ToString().ToLowerInvariant();

    private static void Add(LuceneDocument document, string name, string? value)
    {
        if (value is not null)
        {
            document.Add(new StoredField(name, value));
        }
    }
}
