using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Puts threads and articles that matched on the list of what is looked at again.</summary>
internal sealed class WatchList(SourceEntries entries, TimeProvider time)
{
    /// <summary>Gives the change that goes into the same write as the page's end; empty when nothing of it matched and nothing is watched there.</summary>
    /// <param name="page">What was handed over.</param>
    /// <param name="reception">What became of it.</param>
    public FrontierChange Of(CrawledPage page, PageReception reception)
    {
        if (page.Page.Status == 0 || page.Documents is not [{ CanonicalUrl: { Length: > 0 } canonical }, ..])
        {
            return new FrontierChange();
        }

        var key = EntryKey.Watched(canonical);
        var known = entries.Find(key);
        if (known is { InFlight: true } || (known is null && reception.Matched.Count == 0))
        {
            return new FrontierChange();
        }

        var now = time.GetUtcNow();
        var url = page.Page.Url.AbsoluteUri;
        var number = DiscuzAddress.Find(page.Page.Url)?.Page ?? 1;
        var before = WatchedThread.Read(known?.Entry.Memory) ?? new WatchedThread { ChangedAt = now, LastPage = url };
        var thread = before.With(url, number, page.Documents, reception.Matched, now);
        var entry = (known?.Entry ?? new FrontierEntry { Key = key, Url = url, Source = page.Source.Id, Role = PageRole.Watched, DueAt = now, AddedAt = now }) with
        {
            Url = thread.NextPage(),
            DueAt = now + (WatchPolicy.Interval(TimeSpan.Zero, page.Source.Every) ?? WatchPolicy.Longest),
            Memory = thread.Write(),
        };
        return new FrontierChange { Put = [entry], Remove = known is null ? Crowded(page.Source.Id) : [] };
    }

    private IReadOnlyList<string> Crowded(string source) => entries.LatestWatched(source, WatchPolicy.MostOfSource - 1);
}
