using OpinionWatch.Crawling.Extraction.Feeds;
using OpinionWatch.Crawling.Extraction.Times;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Sitemaps;

/// <summary>Reads sitemaps (sitemaps.org 0.9): url sets, news sitemaps, indexes, plain lists of addresses, and the Sitemap lines of a robots.txt.</summary>
internal static class SitemapReader
{
    private const int SniffLength = 4096;
    private const int MaxUrls = 50_000;
    private const int MaxParts = 50;

    /// <summary>True when the text is a sitemap by its content.</summary>
    internal static bool IsSitemap(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, SniffLength));
        return !head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && (head.Contains("<urlset", StringComparison.OrdinalIgnoreCase) || head.Contains("<sitemapindex", StringComparison.OrdinalIgnoreCase)
                || head.Contains(":urlset", StringComparison.OrdinalIgnoreCase) || head.Contains(":sitemapindex", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads it: the newest entries first.</summary>
    internal static ListReading Read(string text, Page page, TimeZoneInfo zone)
    {
        var entries = IsSitemap(text) ? Entries(text) : Lines(text);
        var items = new List<ListedItem>();
        var parts = new List<FurtherList>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { page.Url.AbsoluteUri };
        foreach (var entry in entries)
        {
            if (entry.Loc is null || !Uri.TryCreate(page.Url, entry.Loc.Trim(), out var url) || url.Scheme is not ("http" or "https") || !seen.Add(url.AbsoluteUri))
            {
                continue;
            }

            var modified = WebTime.Parse(entry.LastModified, page.FetchedAt, zone);
            var mark = modified?.ToUnixTimeSeconds() ?? 0;
            if (entry.IsPart)
            {
                parts.Add(new FurtherList(url, mark, Once: false));
                continue;
            }

            items.Add(new ListedItem
            {
                Url = url,
                Title = entry.Title is { } title ? ControlCharacters.Remove(FeedReader.PlainText(title).Replace('\n', ' ')) : null,
                PublishedAt = WebTime.Parse(entry.Published, page.FetchedAt, zone) ?? modified,
                Mark = mark,
            });
        }

        var fault = items.Count + parts.Count == 0 ? "站点地图里没有可用的网址；请核对 start 地址" : null;
        return new(SourceKind.Sitemap, Newest(items), null, fault) { Further = Newest(parts) };
    }

    private static IEnumerable<SitemapEntry> Entries(string text)
    {
        var scanner = new XmlScanner(text);
        SitemapEntry? entry = null;
        string? field = null;
        var count = 0;
        while (count < MaxUrls && scanner.Read())
        {
            var local = scanner.Name[(scanner.Name.IndexOf(':') + 1)..];
            if (scanner.Piece == XmlPiece.Text)
            {
                entry?.Put(field, scanner.Text);
                continue;
            }

            var starts = scanner.Piece == XmlPiece.Start;
            if (local is "url" or "sitemap" && !IsOther(scanner.Name))
            {
                if (entry is not null)
                {
                    count++;
                    yield return entry;
                }

                entry = starts && !scanner.IsEmptyElement ? new SitemapEntry { IsPart = local == "sitemap" } : null;
            }

            field = starts && !scanner.IsEmptyElement && !IsOther(scanner.Name) ? local : null;
        }

        if (entry is not null)
        {
            yield return entry;
        }
    }

    /// <summary>Images and videos have a loc and a title of their own.</summary>
    private static bool IsOther(string name) => name.Split(':') is ["image" or "video" or "xhtml" or "mobile" or "pagemap", _];

    private static IEnumerable<SitemapEntry> Lines(string text)
    {
        foreach (var line in text.Split('\n', MaxUrls, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isPart = line.StartsWith("sitemap:", StringComparison.OrdinalIgnoreCase);
            var address = isPart ? line["sitemap:".Length..].Trim() : line;
            if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                var entry = new SitemapEntry { IsPart = isPart };
                entry.Put("loc", address);
                yield return entry;
            }
        }
    }

    /// <summary>The newest first; those without a time behind them, in turn from both ends, since sites add at either.</summary>
    private static List<ListedItem> Newest(List<ListedItem> items) =>
        [.. items.Where(item => item.PublishedAt is not null).OrderByDescending(item => item.PublishedAt), .. FromBothEnds([.. items.Where(item => item.PublishedAt is null)])];

    private static List<FurtherList> Newest(List<FurtherList> parts) =>
        [.. parts.Where(part => part.Mark != 0).OrderByDescending(part => part.Mark).Concat(FromBothEnds([.. parts.Where(part => part.Mark == 0)])).Take(MaxParts)];

    private static IEnumerable<T> FromBothEnds<T>(IReadOnlyList<T> all)
    {
        for (int low = 0, high = all.Count - 1; low <= high; low++, high--)
        {
            yield return all[low];
            if (low != high)
            {
                yield return all[high];
            }
        }
    }
}
