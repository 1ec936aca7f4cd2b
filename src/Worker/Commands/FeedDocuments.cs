using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Makes documents of a feed's entries, for <c>extract</c>, where the entries' own pages are not at hand.</summary>
internal static class FeedDocuments
{
    public static DocumentReading Of(ListReading feed, Page page, Source source, IPageReader reader) =>
        new([.. feed.Items.Select(item => ToDocument(item, page, source, reader))], Next: null, feed.Fault);

    private static Document ToDocument(ListedItem item, Page page, Source source, IPageReader reader)
    {
        var canonical = reader.Canonical(item.Url);
        var text = item.Text ?? "";
        return new Document
        {
            Id = Hash(canonical)[..32],
            Url = item.Url.AbsoluteUri,
            CanonicalUrl = canonical,
            Site = source.Id,
            Tier = source.Tier,
            Region = source.Region,
            Title = item.Title,
            Text = text,
            Author = item.Author,
            PublishedAt = item.PublishedAt,
            FetchedAt = page.FetchedAt,
            ContentHash = Hash($"{item.Title}\n{text}"),
        };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
