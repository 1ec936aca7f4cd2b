using System.Diagnostics.CodeAnalysis;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Charsets;
using OpinionWatch.Crawling.Extraction.Discuz;
using OpinionWatch.Crawling.Extraction.Epapers;
using OpinionWatch.Crawling.Extraction.Feeds;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Json;
using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Crawling.Extraction.Sitemaps;
using OpinionWatch.Crawling.Extraction.Threads;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Reads pages of every kind: decides what a page is and hands it to the reader of that kind.</summary>
public sealed class PageReader : IPageReader
{
    private const int LeastOfWatchedPage = 100;

    /// <inheritdoc/>
    public string Canonical(Uri url) => CanonicalUrl.Of(url);

    /// <summary>True when the page is a feed (RSS, Atom or JSON Feed), by its content.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold a reader, as for everything else.")]
    public bool LooksLikeFeed(Page page) => FeedReader.IsFeed(CharsetReader.Decode(page.Body.Span, page.ContentType).Text);

    /// <inheritdoc/>
    public ListReading ReadList(Page page, Source source, TimeZoneInfo zone)
    {
        if (page.Status is < 200 or >= 300)
        {
            return new(source.Kind, [], null, $"服务器返回 {page.Status}");
        }

        if (source.Kind == SourceKind.Page)
        {
            return new(SourceKind.Page, [], null, null);
        }

        var decoded = PackedBody.IsPacked(page.Body.Span) ? CharsetReader.Decode(PackedBody.Open(page.Body).Span, "application/xml") : CharsetReader.Decode(page.Body.Span, page.ContentType);
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new(source.Kind, [], null, "页面是空的");
        }

        if (ByFormat(decoded.Text, page, source, zone) is { } formatted)
        {
            return formatted;
        }

        var context = Parse(page, source, zone, decoded);
        if (SoftTrouble.ForumMessage(context.Tree) is { } message)
        {
            return new(source.Kind, [], null, message);
        }

        var reading = source.Kind == SourceKind.Epaper ? EpaperReader.Read(context) : Links(context);
        if (reading.Items.Count + reading.Further.Count > 0)
        {
            return reading;
        }

        return source.Kind == SourceKind.Auto && ReadItem(page, source, zone, null).Documents is [{ Text.Length: >= LeastOfWatchedPage }]
            ? new(SourceKind.Page, [], null, null)
            : reading with { Fault = SoftTrouble.Find(context, null, BlockText.Of(context.Tree, context.Tree.Body)) };
    }

    /// <summary>Reads what is no web page: feeds, sitemaps, JSON. Null for a web page.</summary>
    private static ListReading? ByFormat(string text, Page page, Source source, TimeZoneInfo zone)
    {
        if (source.Kind == SourceKind.Json && source.Json is not null)
        {
            return JsonListReader.Read(text, page, source, zone);
        }

        if (FeedReader.IsFeed(text))
        {
            return FeedReader.Read(text, page, zone);
        }

        if (source.Kind == SourceKind.Feed)
        {
            return new(SourceKind.Feed, [], null, "返回的不是 RSS、Atom 或 JSON Feed 订阅源");
        }

        if (source.Kind == SourceKind.Sitemap || SitemapReader.IsSitemap(text))
        {
            return SitemapReader.Read(text, page, zone);
        }

        return source.Kind == SourceKind.Json || JsonListReader.LooksLikeJson(text) ? JsonListReader.Read(text, page, source, zone) : null;
    }

    private static ListReading Links(PageContext context)
    {
        var isForum = DiscuzMarks.IsDiscuz(context.Tree) || context.Source.Kind == SourceKind.Discuz || DiscuzAddress.Find(context.Page.Url) is { IsThread: false };
        var reading = isForum ? DiscuzBoardReader.Read(context) : ListPageReader.Read(context);
        return reading.Items.Count == 0 && isForum && context.Source.Kind != SourceKind.Discuz ? ListPageReader.Read(context) : reading;
    }

    /// <inheritdoc/>
    public DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed)
    {
        if (page.Status is < 200 or >= 300)
        {
            return new([], null, $"服务器返回 {page.Status}");
        }

        var decoded = CharsetReader.Decode(page.Body.Span, page.ContentType);
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new([], null, "页面是空的");
        }

        if (IsBinary(page, decoded.Text))
        {
            return new([], null, "不是网页，无法读取正文");
        }

        var context = Parse(page, source, zone, decoded);
        if (SoftTrouble.ForumMessage(context.Tree) is { } message)
        {
            return new([], null, message);
        }

        if (DiscuzAddress.Find(page.Url) is { IsThread: true } || DiscuzMarks.IsDiscuz(context.Tree))
        {
            var thread = DiscuzThreadReader.Read(context, listed);
            if (thread.Documents.Count > 0 || thread.Fault is not null)
            {
                return thread;
            }
        }

        var posts = ThreadReader.Read(context, listed);
        return posts.Documents.Count > 0 ? posts : ArticleReader.Read(context, listed);
    }

    private static PageContext Parse(Page page, Source source, TimeZoneInfo zone, DecodedText decoded) =>
        new(page, source, zone, decoded.Text, decoded.Charset, PageTree.Parse(decoded.Text));

    /// <summary>True for documents, images and archives served under an item's address.</summary>
    private static bool IsBinary(Page page, string text) =>
        text.StartsWith("%PDF-", StringComparison.Ordinal) || text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
        || page.ContentType?.TrimStart() is { } type && (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/zip", StringComparison.OrdinalIgnoreCase));
}
