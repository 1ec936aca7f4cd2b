using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Finds what is new among the items of a list.</summary>
internal sealed class Harvester(IPageReader reader, IFrontierStore store, Frontier frontier, TimeProvider time, ILogger log)
{
    private const int MostItemsOfPage = 20_000;
    private const int MostUrlsOfSitemap = 50_000;
    private const int ChangedAtOnce = 50;
    private const int KeysAtATime = 500;
    private const int LongestHintText = 64 * 1024;
    private static readonly TimeSpan RedatedEvery = TimeSpan.FromDays(1);

    /// <param name="reading">What the list shows.</param>
    /// <param name="source">Its source.</param>
    /// <param name="list">The list, as it was remembered: headlines of its last reading, when it last dated everything anew.</param>
    /// <param name="archive">Of a sitemap read for the first time, how many of its entries are fetched; null for any other reading.</param>
    /// <param name="cancellationToken">Ends the looking up.</param>
    public async Task<Harvest> HarvestAsync(ListReading reading, Source source, FrontierEntry list, int? archive, CancellationToken cancellationToken)
    {
        var harvest = new Harvest();
        var room = frontier.RoomOf(source.Id);
        var isSitemap = reading.Kind == SourceKind.Sitemap;
        var usable = reading.Items.Take(isSitemap ? MostUrlsOfSitemap : MostItemsOfPage).Where(item => !TrapFilter.IsTrap(item.Url))
            .Select(item => (Item: item, Key: reader.Canonical(item.Url))).DistinctBy(item => item.Key).ToList();
        if (usable.Count < reading.Items.Count)
        {
            log.ItemsLeftOut(source.Id, reading.Items.Count - usable.Count);
        }

        var marks = await FindMarksAsync([.. usable.Select(item => item.Key)], cancellationToken);
        var trusted = !isSitemap || TellsChanges(usable, marks);
        var pages = await FindMarksAsync([.. usable.Where(item => marks.TryGetValue(item.Key, out var mark) && mark != item.Item.Mark && trusted).Select(item => EntryKey.Pages(item.Key))], cancellationToken);
        var moved = AddressChurn.FindKnown([.. usable.Select(item => item.Item)], [.. usable.Select(item => !marks.ContainsKey(item.Key))], list.Memory);
        if (moved.Count > 0)
        {
            log.AddressesChurn(source.Id, moved.Count);
        }

        // A site that dates everything anew once tells changes again from its new dates on; one that prints the time of the request never does.
        harvest.IsRedated = !trusted && !(list.RedatedAt is { } at && (time.GetUtcNow() - at).Duration() < RedatedEvery);
        foreach (var (item, key) in usable.Where((_, index) => !moved.Contains(index)))
        {
            if (marks.TryGetValue(key, out var mark) && (mark == item.Mark || !trusted))
            {
                if (harvest.IsRedated && mark != item.Mark)
                {
                    harvest.Seen.Add(new SeenMark(key, item.Mark));
                }

                continue;
            }

            if (isSitemap && harvest.Wanted >= archive)
            {
                // An archive is no news: it is known from now on, and not fetched.
                harvest.Seen.Add(new SeenMark(key, item.Mark));
                continue;
            }

            harvest.Wanted++;
            if (room <= 0)
            {
                harvest.Cut = true;
                if (isSitemap && archive is not null)
                {
                    // What is beyond the news of an archive is known from now on all the same: met later it would be news.
                    continue;
                }

                break;
            }

            room -= Meet(harvest, item, key, FromPage(item.Url, pages.GetValueOrDefault(EntryKey.Pages(key))), source);
        }

        if (harvest.Cut)
        {
            log.ListCut(source.Id, Frontier.MostPending);
        }

        return harvest;
    }

    /// <summary>A site that prints the time of the request as the time of the last change tells none: then everything known would be new at each reading.</summary>
    private static bool TellsChanges(List<(ListedItem Item, string Key)> items, IReadOnlyDictionary<string, long> marks)
    {
        var known = items.Count(item => marks.ContainsKey(item.Key));
        var changed = items.Count(item => marks.TryGetValue(item.Key, out var mark) && mark != item.Item.Mark);
        return changed <= ChangedAtOnce || changed * 5 <= known;
    }

    private async Task<IReadOnlyDictionary<string, long>> FindMarksAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var marks = new Dictionary<string, long>(keys.Count);
        foreach (var some in keys.Chunk(KeysAtATime))
        {
            foreach (var (key, mark) in await store.FindMarksAsync(some, cancellationToken))
            {
                marks[key] = mark;
            }
        }

        return marks;
    }

    /// <summary>Adds an item to the harvest and gives the room it takes.</summary>
    private int Meet(Harvest harvest, ListedItem item, string key, Uri url, Source source)
    {
        var now = time.GetUtcNow();
        var hint = Hint(item);
        if (frontier.Find(key) is not var (waiting, inFlight))
        {
            harvest.Put.Add(new FrontierEntry { Key = key, Url = url.AbsoluteUri, Source = source.Id, Role = PageRole.Item, DueAt = now, AddedAt = now, Hint = hint });
            harvest.Seen.Add(new SeenMark(key, item.Mark));
            return 1;
        }

        if (inFlight)
        {
            // It is being fetched as it was; the next visit sees that there is more.
            harvest.Unsettled |= inFlight;
            return 0;
        }

        harvest.Put.Add(waiting with { Hint = hint });
        harvest.Seen.Add(new SeenMark(key, item.Mark));
        return 0;
    }

    /// <summary>A thread with more in it than was read is read on from its last page.</summary>
    private static Uri FromPage(Uri url, long page) => page is > 1 and < int.MaxValue ? DiscuzAddress.OfPage(url, (int)page) ?? url : url;

    private static string Hint(ListedItem item) =>
        JsonSerializer.Serialize(item.Text?.Length > LongestHintText ? item with { Text = item.Text[..LongestHintText] } : item, ContractJson.Options);
}
