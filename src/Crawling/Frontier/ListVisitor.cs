using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Visits a list page: what is new in it and what is remembered of the page are kept in one write.</summary>
internal sealed class ListVisitor(
    PageFetcher fetcher, IPageReader reader, IFrontierStore store, Frontier frontier, SourceEntries entries, Harvester harvester, FurtherLists further, WatchedPages watchedPages,
    SourceWatch watch, ReadingGate gate, ICrawlLedger ledger, TimeProvider time, ILogger log)
{
    private const int MostSitemapBytes = 20 * 1024 * 1024;
    private static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RoomRetry = TimeSpan.FromSeconds(30);

    /// <param name="slot">The list, taken.</param>
    /// <param name="source">Its source.</param>
    /// <param name="options">The settings in force.</param>
    /// <param name="stop">Ends the fetching.</param>
    /// <param name="keep">Ends the keeping, a little later.</param>
    public async Task VisitAsync(Slot slot, Source source, CrawlingOptions options, CancellationToken stop, CancellationToken keep)
    {
        var entry = slot.Entry;
        var zone = options.TimeZone;
        var started = time.GetUtcNow();
        var outcome = await fetcher.FetchAsync(
            new FetchRequest(slot.Url) { ETag = entry.ETag, LastModified = entry.LastModified, Pause = source.Delay, Site = source, MostBytes = source.Kind == SourceKind.Sitemap ? MostSitemapBytes : null }, stop);
        var now = time.GetUtcNow();
        var visited = entry with { VisitedAt = now, DueAt = (started < now ? started : now) + VisitInterval.Of(entry, source, options.TightestDeadline, TimeZoneInfo.ConvertTime(now, zone)), Failures = 0, FailingSince = null };
        switch (outcome)
        {
            case FetchOutcome.NotModified:
                await UnchangedAsync(slot, visited, source, zone, keep);
                break;
            case FetchOutcome.Fetched fetched:
                var (fate, items) = await ReadAsync(slot, visited, fetched.Page, source, zone, stop, keep);
                ledger.Settled(source.Id, fetched.Page, fate, items);
                break;
            case FetchOutcome.Refused { Status: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone } when EntryKey.IsDay(entry.Key):
                await NotOutYetAsync(entry, source, outcome, keep);
                break;
            default:
                await FailAsync(entry, source, outcome, BlindReason.Of(outcome), keep);
                break;
        }
    }

    private async Task<(PageFate Fate, int Found)> ReadAsync(Slot slot, FrontierEntry visited, Page page, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(page.Body.Span));
        if (hash == visited.BodyHash)
        {
            await UnchangedAsync(slot, Remember(visited, page, hash), source, zone, keep);
            return (PageFate.Same, 0);
        }

        var reading = await gate.ReadAsync(() => reader.ReadList(page, source, zone), stop);
        if (reading.Kind == SourceKind.Page && reading.Fault is null && (source.Kind == SourceKind.Page || visited.Usual == 0))
        {
            var (read, why) = await watchedPages.TakeAsync(Remember(visited, page, hash), page, source, zone, stop, keep);
            await (why is null ? KeepAsync(slot, new FrontierChange { Put = [read] }, keep) : FailAsync(slot.Entry, source, null, why, keep));
            return (why is null ? PageFate.Read : PageFate.Unreadable, 0);
        }

        var fault = reading.Fault is { } wrong ? BlindReason.OfReading(wrong) : BlindReason.OfItems(reading, visited);
        if (fault is not null)
        {
            await FailAsync(slot.Entry, source, null, fault, keep);
            return (PageFate.Unreadable, 0);
        }

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var isFirst = visited.Usual == 0;
        var failed = slot.Entry.Failures >= RevisitPolicy.MostAttempts;
        var harvest = await harvester.HarvestAsync(reading, source, visited, isFirst ? further.ArchiveLeft(visited) : null, keep);
        var found = harvest.Put.Count;
        visited = harvest.IsRedated ? visited with { RedatedAt = now.ToUniversalTime() } : visited;
        visited = isFirst && visited.Part is { } part ? visited with { Part = part with { Released = harvest.Wanted } } : visited;
        var rhythm = (visited.Rhythm ?? new ListRhythm()).With(now, isFirst ? 0 : found);
        var known = Follow(visited with { Rhythm = rhythm, Memory = AddressChurn.Remember(reading.Items) }, page, hash, reading, harvest, zone);
        var leadsTo = further.Of(visited, page, reading, found > 0, harvest.Cut, source);
        var change = new FrontierChange
        {
            Put = [.. harvest.Put, .. known, .. leadsTo.Put],
            Remove = [.. known.Count == 0 ? [visited.Key] : Array.Empty<string>(), .. leadsTo.Remove],
            Seen = harvest.Seen,
        };
        await KeepAsync(slot, change, keep);
        if (slot.Entry.Part is not null && failed)
        {
            watch.Item(source.Id, null);
        }

        watch.Seen(source, visited.Key, reading.Kind, found, Doubt.OfItems(reading, visited, now) ?? (found > 0 || isFirst ? null : Doubt.OfSilence(rhythm, isSame: false, now)));
        return (PageFate.Read, found);
    }

    /// <summary>The list itself as it is remembered; empty when it is done with.</summary>
    private IReadOnlyList<FrontierEntry> Follow(FrontierEntry visited, Page page, string hash, ListReading reading, Harvest harvest, TimeZoneInfo zone)
    {
        var lasting = Stays(visited.Key, zone);
        var counted = visited with { Quiet = harvest.Put.Count > 0 ? 0 : visited.Quiet + 1, Usual = Usual(visited.Usual, reading.Items.Count + reading.Further.Count) };
        if (harvest.Cut)
        {
            // What had no room is met again: the page must not count as known.
            return [Forget(counted) with { DueAt = lasting ? visited.DueAt : time.GetUtcNow() + RoomRetry }];
        }

        return !lasting ? [] : [harvest.Unsettled ? Forget(counted) : Remember(counted, page, hash)];
    }

    /// <summary>Start addresses and parts stay; the paper of a day that is over is done with once it was read.</summary>
    private bool Stays(string key, TimeZoneInfo zone) => EntryKey.IsLasting(key)
        && (!EntryKey.IsDay(key) || EntryKey.DayOf(key).Day >= DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime));

    private async Task UnchangedAsync(Slot slot, FrontierEntry visited, Source source, TimeZoneInfo zone, CancellationToken keep)
    {
        var now = time.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var rhythm = (visited.Rhythm ?? new ListRhythm()).With(local, 0);
        watch.Seen(source, visited.Key, null, 0, EntryKey.IsDay(visited.Key) || visited.Usual == 0 ? null : Doubt.OfSilence(rhythm, isSame: true, local));
        var lasting = Stays(visited.Key, zone);
        var change = new FrontierChange { Put = lasting ? [visited with { Quiet = visited.Quiet + 1, Rhythm = rhythm }] : [], Remove = lasting ? [] : [visited.Key] };
        if (slot.Entry.Failures > 0 || source.Every >= SavedEvery || now - slot.SavedAt >= SavedEvery || change.Remove.Count > 0)
        {
            await KeepAsync(slot, change, keep);
            return;
        }

        frontier.Apply(change);
    }

    private async Task KeepAsync(Slot slot, FrontierChange change, CancellationToken keep)
    {
        await store.SaveAsync(change, keep);
        slot.SavedAt = time.GetUtcNow();
        frontier.Apply(change);
    }

    /// <summary>A newspaper that is not out yet is no trouble; one that has not come out for days is.</summary>
    private async Task NotOutYetAsync(FrontierEntry entry, Source source, FetchOutcome outcome, CancellationToken keep)
    {
        if (entries.LastVisit(source.Id) is { } last ? time.GetUtcNow() - last > RevisitPolicy.LongestWithoutPaper : time.GetUtcNow() - entry.AddedAt > RevisitPolicy.LongestWithoutPaper)
        {
            await FailAsync(entry, source, outcome, BlindReason.NoPaper, keep);
            return;
        }

        var change = new FrontierChange { Put = [entry with { Failures = 0, FailingSince = null, DueAt = time.GetUtcNow() + RevisitPolicy.PaperInterval(source.Every) }] };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
        watch.Waiting(source, entry.Key);
    }

    private async Task FailAsync(FrontierEntry entry, Source source, FetchOutcome? outcome, string why, CancellationToken keep)
    {
        if (EntryKey.IsStart(entry.Key))
        {
            watch.Unseen(source, entry.Key, why, entry.Failures, outcome is FetchOutcome.Disallowed);
        }

        var failures = entry.Failures + 1;
        var isPart = EntryKey.IsPart(entry.Key);
        var now = time.GetUtcNow();
        var wait = isPart ? RevisitPolicy.PartRetry(outcome, source.Every, failures)
            : !EntryKey.IsLasting(entry.Key) ? RevisitPolicy.FurtherRetry(outcome, failures)
            : outcome is null ? source.Every : RevisitPolicy.ListRetry(outcome, source.Every, failures);

        // What came and could not be read, or is gone, is no outage.
        var givenUp = !EntryKey.IsLasting(entry.Key)
            && (outcome is null || RevisitPolicy.IsHopeless(outcome) ? failures >= RevisitPolicy.MostAttempts : RevisitPolicy.IsGivenUp(entry, failures, now));
        log.ListFailed(source.Id, failures, why);
        if (isPart && failures >= RevisitPolicy.MostAttempts && further.AllFail(entry))
        {
            // The index can be read, but nothing it leads to: that is blindness all the same.
            watch.Item(source.Id, "站点地图的各个部分都读不到，" + why);
        }

        var change = new FrontierChange
        {
            Put = givenUp ? [] : [Forget(entry) with { Failures = failures, FailingSince = entry.FailingSince ?? now, DueAt = now + wait }],
            Remove = givenUp ? [entry.Key] : [],
        };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }

    /// <summary>A moving average: one odd reading does not change what is usual.</summary>
    private static int Usual(int usual, int now) => usual == 0 ? Math.Max(now, 1) : Math.Max(1, ((usual * 7) + now + 4) / 8);

    private static FrontierEntry Remember(FrontierEntry entry, Page page, string hash) => entry with
    {
        ETag = Sendable(page.Header("ETag")),
        LastModified = Sendable(page.Header("Last-Modified")),
        BodyHash = hash,
    };

    private static string? Sendable(string? header) => header is not null && HeaderText.CanBeSent(header) ? header : null;

    private static FrontierEntry Forget(FrontierEntry entry) => entry with { ETag = null, LastModified = null, BodyHash = null };
}
