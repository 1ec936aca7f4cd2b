using System.Globalization;
using System.Text;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Support;

/// <summary>Reads pages of lines: <c>address|title|mark|text</c> for an item, <c>next: address</c>, <c>fault: why</c>; anything else is text.</summary>
internal sealed class LineReader : IPageReader
{
    public string Canonical(Uri url) => url.GetLeftPart(UriPartial.Query);

    public ListReading ReadList(Page page, Source source, TimeZoneInfo zone)
    {
        var lines = Lines(page);
        var items = lines.Where(line => line.Contains('|', StringComparison.Ordinal)).Select(line => Item(page.Url, line.Split('|'))).ToList();
        return new ListReading(SourceKind.List, items, After(page, lines, "next: ") is { } next ? new Uri(page.Url, next) : null, After(page, lines, "fault: "));
    }

    public DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed)
    {
        var lines = Lines(page);
        if (After(page, lines, "fault: ") is { } fault)
        {
            return new DocumentReading([], null, fault);
        }

        var text = string.Join('\n', lines.Where(line => !line.StartsWith("next: ", StringComparison.Ordinal)));
        var document = new Document { Id = Canonical(page.Url), Url = page.Url.AbsoluteUri, Title = listed?.Title, Text = text, Site = source.Id, PublishedAt = listed?.PublishedAt };
        return new DocumentReading([document], After(page, lines, "next: ") is { } next ? new Uri(page.Url, next) : null, null);
    }

    private static string[] Lines(Page page) => Encoding.UTF8.GetString(page.Body.Span).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? After(Page page, string[] lines, string word) =>
        page.Status == 0 ? null : Array.Find(lines, line => line.StartsWith(word, StringComparison.Ordinal))?[word.Length..];

    private static ListedItem Item(Uri list, string[] parts) => new()
    {
        Url = new Uri(list, parts[0]),
        Title = parts.ElementAtOrDefault(1),
        Mark = long.TryParse(parts.ElementAtOrDefault(2), CultureInfo.InvariantCulture, out var mark) ? mark : 0,
        Text = parts.ElementAtOrDefault(3),
    };
}
