using System.Diagnostics.CodeAnalysis;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Charsets;
using OpinionWatch.Crawling.Extraction.Feeds;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Reads pages of every kind: decides what a page is and hands it to the reader of that kind.</summary>
public sealed class PageReader : IPageReader
{
    /// <inheritdoc/>
    public string Canonical(Uri url) => CanonicalUrl.Of(url);

    /// <summary>True when the page is a feed (RSS, Atom or JSON Feed), by its content.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold a reader, as for everything else.")]
    public bool LooksLikeFeed(Page page) => FeedReader.IsFeed(CharsetReader.Decode(page.Body.Span, page.ContentType).Text);

    /// <inheritdoc/>
    public ListReading ReadList(Page page, Source source, TimeZoneInfo zone)
    {
        var decoded = CharsetReader.Decode(page.Body.Span, page.ContentType);
        return FeedReader.IsFeed(decoded.Text) ? FeedReader.Read(decoded.Text, page, zone) : new(SourceKind.List, [], null, null);
    }

    /// <inheritdoc/>
    public DocumentReading ReadItem(Page page, Source source, TimeZoneInfo zone, ListedItem? listed)
    {
        var decoded = CharsetReader.Decode(page.Body.Span, page.ContentType);
        var tree = PageTree.Parse(decoded.Text);
        var canonical = Canonical(page.Url);
        var document = new Document
        {
            Id = Documents.Id(canonical, ""),
            Url = page.Url.AbsoluteUri,
            CanonicalUrl = canonical,
            Title = listed?.Title,
            Text = BlockText.Of(tree, tree.Body),
            PublishedAt = listed?.PublishedAt,
        };
        return new([Documents.Complete(document, page, source, decoded.Charset)], null, null);
    }
}
