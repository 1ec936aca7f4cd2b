using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>Reads feeds: RSS, RDF, Atom and JSON Feed.</summary>
internal static class FeedReader
{
    private const int SniffLength = 4096;
    private const int MaxTextLength = 200_000;

    /// <summary>True when the text is a feed, whatever its Content-Type says.</summary>
    internal static bool IsFeed(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, SniffLength)).TrimStart("\uFEFF \t\r\n");
        if (head.Length > 0 && head[0] == '{')
        {
            return head.Contains("jsonfeed.org/version", StringComparison.Ordinal);
        }

        return !head.Contains("<html", StringComparison.OrdinalIgnoreCase) && !head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            && (Opens(head, "<rss") || Opens(head, "<feed") || Opens(head, "<rdf:RDF") || Opens(head, "<atom:feed") || Opens(head, "<channel"));
    }

    internal static ListReading Read(string text, Page page, TimeZoneInfo zone)
    {
        var entries = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{", StringComparison.Ordinal) ? JsonFeed.Read(text) : XmlFeed.Read(text);
        if (entries is null)
        {
            return new(SourceKind.Feed, [], null, "订阅源不是有效的 JSON");
        }

        var items = new List<ListedItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (Item(entry, page, zone) is { } item && seen.Add(item.Url.AbsoluteUri))
            {
                items.Add(item);
            }
        }

        return new(SourceKind.Feed, items, null, entries.Count > 0 && items.Count == 0 ? "订阅源的条目都没有可用的链接" : null);
    }

    /// <summary>Gives a fragment of HTML, or plain text, as text.</summary>
    internal static string PlainText(string html)
    {
        var bounded = html.Length > MaxTextLength ? html[..MaxTextLength] : html;
        if (!bounded.Contains('<') && !bounded.Contains('&'))
        {
            return bounded.Trim();
        }

        var tree = PageTree.Parse(bounded);
        return BlockText.Of(tree, tree.Nodes[0]);
    }

    private static ListedItem? Item(FeedEntry entry, Page page, TimeZoneInfo zone)
    {
        var address = entry.Link ?? entry.Find("link") ?? (entry.GuidIsNoLink ? null : entry.Find("guid"));
        if (address is null || !Uri.TryCreate(page.Url, address.Trim(), out var url) || url.Scheme is not ("http" or "https"))
        {
            return null;
        }

        if (entry.Link is null && entry.Find("link") is null && !address.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var updated = WebTime.Parse(entry.Find("updated"), page.FetchedAt, zone);
        return new ListedItem
        {
            Url = url,
            Title = entry.Find("title") is { } title ? ControlCharacters.Remove(PlainText(title).Replace('\n', ' ')) : null,
            PublishedAt = WebTime.Parse(entry.Find("published"), page.FetchedAt, zone) ?? updated,
            Text = entry.Find("content", "summary") is { } text ? ControlCharacters.Remove(PlainText(text)) : null,
            Author = entry.Find("creator", "author") is { } author ? ControlCharacters.Remove(PlainText(author).Replace('\n', ' ')) : null,
            Replies = Documents.Count(entry.Find("comments")),
            Mark = updated?.ToUnixTimeSeconds() ?? 0,
        };
    }

    private static bool Opens(ReadOnlySpan<char> head, string tag)
    {
        var at = head.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + tag.Length < head.Length && (char.IsWhiteSpace(head[at + tag.Length]) || head[at + tag.Length] == '>');
    }
}
