using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Visits a list page: what is new in it and what is remembered of the page are kept in one write.</summary>
internal sealed class ListVisitor(PageFetcher fetcher, IPageReader reader, IFrontierStore store, Frontier frontier, SourceWatch watch, ReadingGate gate, TimeProvider time, ILogger log)
{
    private const int MostItemsOfPage = 20_000;
    private const int KeysAtATime = 500;
    private const int LongestHintText = 64 * 1024;
    private static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RoomRetry = TimeSpan.FromSeconds(30);

    /// <param name="slot">The list, taken.</param>
    /// <param name="source">Its source.</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <param name="stop">Ends the fetching.</param>
    /// <param name="keep">Ends the keeping, a little later.</param>
    public async Task VisitAsync(Slot slot, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var entry = slot.Entry;
        var started = time.GetUtcNow();
        var outcome = await fetcher.FetchAsync(new FetchRequest(slot.Url) { ETag = entry.ETag, LastModified = entry.LastModified, Pause = source.Delay }, stop);
        var now = time.GetUtcNow();
        var visited = entry with { VisitedAt = now, DueAt = (started < now ? started : now) + source.Every, Failures = 0 };
        switch (outcome)
        {
            case FetchOutcome.NotModified:
                watch.Seen(source, entry.Key, null, 0);
                await SaveUnchangedAsync(slot, visited, source, keep);
                break;
            case FetchOutcome.Fetched fetched:
                await ReadAsync(slot, visited, fetched.Page, source, zone, stop, keep);
                break;
            default:
                await FailAsync(entry, source, outcome, BlindReason.Of(outcome), keep);
                break;
        }
    }

    private async Task ReadAsync(Slot slot, FrontierEntry visited, Page page, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(page.Body.Span));
        if (hash == visited.BodyHash)
        {
            watch.Seen(source, visited.Key, null, 0);
            await SaveUnchangedAsync(slot, Remember(visited, page, hash), source, keep);
            return;
        }

        var reading = await gate.ReadAsync(() => reader.ReadList(page, source, zone), stop);
        var fault = reading.Fault ?? (reading.Items.Count == 0 ? BlindReason.Empty : null);
        if (fault is not null)
        {
            await FailAsync(slot.Entry, source, null, fault, keep);
            return;
        }

        var harvest = await HarvestAsync(reading.Items, source, keep);
        var change = new FrontierChange
        {
            Put = [.. harvest.Put, .. Follow(visited, page, hash, reading, harvest, source)],
            Remove = EntryKey.IsStart(visited.Key) || harvest.Cut ? [] : [visited.Key],
            Seen = harvest.Seen,
        };
        await store.SaveAsync(change, keep);
        slot.SavedAt = time.GetUtcNow();
        frontier.Apply(change);
        watch.Seen(source, visited.Key, reading.Kind, harvest.Put.Count);
    }

    /// <summary>The list itself, and its next page as a list visited once, so that a death in between forgets neither.</summary>
    private IEnumerable<FrontierEntry> Follow(FrontierEntry visited, Page page, string hash, ListReading reading, Harvest harvest, Source source)
    {
        if (harvest.Cut)
        {
            // What had no room is met again: the page must not count as known.
            yield return Forget(visited) with { DueAt = EntryKey.IsStart(visited.Key) ? visited.DueAt : time.GetUtcNow() + RoomRetry };
            yield break;
        }

        if (EntryKey.IsStart(visited.Key))
        {
            yield return harvest.Unsettled ? Forget(visited) : Remember(visited, page, hash);
        }

        var number = EntryKey.PageNumber(visited.Key);
        if (harvest.Put.Count > 0 && number < source.ListPages && reading.Next is { } next && !TrapFilter.IsTrap(next) && next != page.Url)
        {
            var now = time.GetUtcNow();
            yield return new FrontierEntry { Key = EntryKey.More(source.Id, number + 1, next), Url = next.AbsoluteUri, Source = source.Id, Role = PageRole.List, DueAt = now, AddedAt = visited.AddedAt };
        }
    }

    private async Task<Harvest> HarvestAsync(IReadOnlyList<ListedItem> items, Source source, CancellationToken cancellationToken)
    {
        var harvest = new Harvest();
        var room = frontier.RoomOf(source.Id);
        var usable = items.Take(MostItemsOfPage).Where(item => !TrapFilter.IsTrap(item.Url)).ToList();
        if (usable.Count < items.Count)
        {
            log.ItemsLeftOut(source.Id, items.Count - usable.Count);
        }

        foreach (var some in usable.Select(item => (Item: item, Key: reader.Canonical(item.Url))).DistinctBy(item => item.Key).Chunk(KeysAtATime))
        {
            var marks = await store.FindMarksAsync([.. some.Select(item => item.Key)], cancellationToken);
            foreach (var (item, key) in some)
            {
                if (marks.TryGetValue(key, out var mark) && mark == item.Mark)
                {
                    continue;
                }

                if (room == 0)
                {
                    harvest.Cut = true;
                    log.ListCut(source.Id, Frontier.MostPending);
                    return harvest;
                }

                room -= Meet(harvest, item, key, source);
            }
        }

        return harvest;
    }

    /// <summary>Adds an item to the harvest and gives the room it takes.</summary>
    private int Meet(Harvest harvest, ListedItem item, string key, Source source)
    {
        var now = time.GetUtcNow();
        var hint = Hint(item);
        if (frontier.Find(key) is not var (waiting, inFlight))
        {
            harvest.Put.Add(new FrontierEntry { Key = key, Url = item.Url.AbsoluteUri, Source = source.Id, Role = PageRole.Item, DueAt = now, AddedAt = now, Hint = hint });
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

    private async Task SaveUnchangedAsync(Slot slot, FrontierEntry visited, Source source, CancellationToken keep)
    {
        var change = new FrontierChange { Put = EntryKey.IsStart(visited.Key) ? [visited] : [], Remove = EntryKey.IsStart(visited.Key) ? [] : [visited.Key] };
        var now = time.GetUtcNow();
        if (slot.Entry.Failures > 0 || source.Every >= SavedEvery || now - slot.SavedAt >= SavedEvery || change.Remove.Count > 0)
        {
            await store.SaveAsync(change, keep);
            slot.SavedAt = now;
        }

        frontier.Apply(change);
    }

    private async Task FailAsync(FrontierEntry entry, Source source, FetchOutcome? outcome, string why, CancellationToken keep)
    {
        if (EntryKey.IsStart(entry.Key))
        {
            watch.Unseen(source, entry.Key, why, entry.Failures, outcome is FetchOutcome.Disallowed);
        }

        var failures = entry.Failures + 1;
        var wait = outcome is null ? source.Every : RevisitPolicy.ListRetry(outcome, source.Every, failures);
        var givenUp = !EntryKey.IsStart(entry.Key) && failures >= RevisitPolicy.MostAttempts;
        log.ListFailed(source.Id, failures, why);
        var change = new FrontierChange
        {
            Put = givenUp ? [] : [Forget(entry) with { Failures = failures, DueAt = time.GetUtcNow() + wait }],
            Remove = givenUp ? [entry.Key] : [],
        };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }

    private static FrontierEntry Remember(FrontierEntry entry, Page page, string hash) => entry with
    {
        ETag = Header(page, "ETag"),
        LastModified = Header(page, "Last-Modified"),
        BodyHash = hash,
    };

    private static FrontierEntry Forget(FrontierEntry entry) => entry with { ETag = null, LastModified = null, BodyHash = null };

    private static string? Header(Page page, string name) =>
        page.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    private static string Hint(ListedItem item) =>
        JsonSerializer.Serialize(item.Text?.Length > LongestHintText ? item with { Text = item.Text[..LongestHintText] } : item, ContractJson.Options);

    private sealed class Harvest
    {
        public List<FrontierEntry> Put { get; } = [];

        public List<SeenMark> Seen { get; } = [];

        /// <summary>There was no room for all of it.</summary>
        public bool Cut { get; set; }

        /// <summary>Something in it must be looked at again.</summary>
        public bool Unsettled { get; set; }
    }
}
