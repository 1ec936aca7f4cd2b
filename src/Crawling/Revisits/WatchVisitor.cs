using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Looks again at one page of a thread or article that matched. What became of it is kept before it is remembered.</summary>
internal sealed class WatchVisitor(PageFetcher fetcher, IPageReader reader, IPageSink sink, IFrontierStore store, Frontier.Frontier frontier, SourceWatch watch, ReadingGate gate, ICrawlLedger ledger, TimeProvider time, ILogger log)
{
    /// <param name="slot">The watched page, taken.</param>
    /// <param name="source">Its source.</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <param name="stop">Ends the fetching.</param>
    /// <param name="keep">Ends the keeping, a little later.</param>
    /// <exception cref="PageNotKeptException">What was found could not be kept; the watch is untouched.</exception>
    public async Task VisitAsync(Slot slot, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var entry = slot.Entry;
        if (WatchedThread.Read(entry.Memory) is not { } thread)
        {
            await EndAsync(entry, keep);
            return;
        }

        var outcome = await fetcher.FetchAsync(new FetchRequest(slot.Url) { Pause = source.Delay, Site = source }, stop);
        switch (outcome)
        {
            case FetchOutcome.Fetched { Page: var page }:
                await ReadAsync(entry, thread, page, source, zone, stop, keep);
                ledger.Settled(source.Id, page, PageFate.Read, 0);
                break;
            case FetchOutcome.Refused { Page: { } page, Status: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone }:
                await CompareAsync(entry, thread, page, next: null, around => WatchComparison.OfMissing(thread, entry.Url, $"页面已不存在（状态 {page.Status}）", around, time.GetUtcNow()), source, zone, stop, keep);
                break;
            case FetchOutcome.Disallowed:
                log.WatchEnded(source.Id, 1, BlindReason.Of(outcome));
                await EndAsync(entry, keep);
                break;
            default:
                await RetryAsync(entry, thread, source, outcome, keep);
                break;
        }
    }

    private async Task ReadAsync(FrontierEntry entry, WatchedThread thread, Page page, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var reading = await gate.ReadAsync(() => reader.ReadItem(page, source, zone, null), stop);
        if (reading.Documents.Count > 0)
        {
            await CompareAsync(entry, thread, page, reading.Next, around => WatchComparison.OfPage(thread, entry.Url, reading, around, time.GetUtcNow()), source, zone, stop, keep);
        }
        else if (reading.IsGone)
        {
            await CompareAsync(entry, thread, page, next: null, around => WatchComparison.OfMissing(thread, entry.Url, reading.Fault!, around, time.GetUtcNow()), source, zone, stop, keep);
        }
        else
        {
            // A login page or a captcha says nothing about the thread.
            await RetryAsync(entry, thread, source, null, keep);
        }
    }

    /// <summary>Compares, and before something is called deleted looks for it on the pages beside: when a floor is deleted the ones behind it move.</summary>
    private async Task CompareAsync(
        FrontierEntry entry, WatchedThread thread, Page page, Uri? next, Func<IReadOnlyList<PageRead>, WatchComparison> compare, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var compared = compare([]);
        if (compared.SaysRemoved && entry.Failures < WatchPolicy.MostLooksAround)
        {
            if (await LookAroundAsync(thread.Neighbours(entry.Url, next), source, zone, stop) is not { } around)
            {
                await RetryAsync(entry, thread, source, null, keep);
                return;
            }

            compared = compare(around);
        }

        await TellAsync(entry, compared, page, source, keep);
    }

    /// <summary>Reads some pages; null when one of them could not be had just now.</summary>
    private async Task<IReadOnlyList<PageRead>?> LookAroundAsync(IReadOnlyList<string> addresses, Source source, TimeZoneInfo zone, CancellationToken stop)
    {
        var around = new List<PageRead>();
        foreach (var address in addresses)
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri(address)) { Pause = source.Delay, Site = source }, stop);
            if (outcome is FetchOutcome.Fetched { Page: var page })
            {
                var reading = await gate.ReadAsync(() => reader.ReadItem(page, source, zone, null), stop);
                ledger.Settled(source.Id, page, PageFate.Read, 0);
                if (reading.Documents.Count == 0 && !reading.IsGone)
                {
                    return null;
                }

                around.Add(new PageRead(address, reading));
            }
            else if (outcome is not (FetchOutcome.Disallowed or FetchOutcome.Refused { Page: not null }))
            {
                return null;
            }
        }

        return around;
    }

    private async Task TellAsync(FrontierEntry entry, WatchComparison compared, Page page, Source source, CancellationToken keep)
    {
        var thread = compared.Thread;
        try
        {
            foreach (var (document, what, difference) in compared.Changes)
            {
                await sink.RecordAsync(new PageChange(source, document, what, difference, page), keep);
                log.MatchedChanged(source.Id, what);
            }

            if (compared.HandOver.Count > 0)
            {
                var reception = await sink.AcceptAsync(new CrawledPage(source, page, compared.HandOver), keep);
                watch.Kept(source.Id, compared.HandOver, entry.AddedAt);
                thread = Matched(thread, compared.HandOver, reception, entry.Url);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !keep.IsCancellationRequested)
        {
            throw new PageNotKeptException(e);
        }

        await RememberAsync(entry, thread, source, keep);
    }

    private static WatchedThread Matched(WatchedThread thread, IReadOnlyList<Document> documents, PageReception reception, string page)
    {
        var fresh = documents.Where(document => reception.Matched.Contains(document.Id) && !thread.Matched.Any(known => known.Id == document.Id)).Select(document => WatchedThread.Of(document, page));
        return thread with { Matched = [.. thread.Matched.Concat(fresh).Take(WatchedThread.MostMatched)] };
    }

    private async Task RememberAsync(FrontierEntry entry, WatchedThread thread, Source source, CancellationToken keep)
    {
        var now = time.GetUtcNow();
        var quiet = now - thread.ChangedAt;
        var (url, turn, interval) = thread.Matched.FirstOrDefault(document => document is { Missing: > 0, Gone: false }) is { } missing
            ? (missing.Page, Math.Max(0, thread.Turn - 1), WatchPolicy.Confirm) // What was not there is confirmed by the very same page.
            : (thread.NextPage(), thread.Turn, thread.LastIds.Count == 0 && quiet < WatchPolicy.GoOnFor ? WatchPolicy.GoOn : WatchPolicy.Interval(quiet, source.Every));
        if (interval is not { } wait)
        {
            await EndAsync(entry, keep);
            return;
        }

        await PutAsync(entry with { Url = url, Memory = (thread with { Turn = turn }).Write(), DueAt = now + wait, VisitedAt = now, Failures = 0, FailingSince = null }, keep);
    }

    private async Task RetryAsync(FrontierEntry entry, WatchedThread thread, Source source, FetchOutcome? outcome, CancellationToken keep)
    {
        var now = time.GetUtcNow();
        var failures = entry.Failures + 1;
        if (failures >= WatchPolicy.MostFailures && entry.Url == thread.LastPage && thread.LastIds.Count == 0 && thread.WithoutLast() is var without && !ReferenceEquals(without, thread))
        {
            // A last page that never came says nothing against the pages before it.
            await PutAsync(entry with { Url = without.LastPage, Memory = without.Write(), Failures = 0, FailingSince = null, DueAt = now + WatchPolicy.Longest }, keep);
            return;
        }

        if (WatchPolicy.IsGivenUp(entry, failures, now))
        {
            log.WatchEnded(source.Id, failures, outcome is null ? "页面取到了，但读不出内容" : BlindReason.Of(outcome));
            await EndAsync(entry, keep);
            return;
        }

        var retry = WatchPolicy.Retry(failures);
        var wait = outcome is FetchOutcome.Throttled { After: { } after } && RevisitPolicy.Obeyed(after) > retry ? RevisitPolicy.Obeyed(after) : retry;
        await PutAsync(entry with { Failures = failures, FailingSince = entry.FailingSince ?? now, DueAt = now + wait }, keep);
    }

    private async Task PutAsync(FrontierEntry entry, CancellationToken keep)
    {
        var change = new FrontierChange { Put = [entry] };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }

    private async Task EndAsync(FrontierEntry entry, CancellationToken keep)
    {
        var change = new FrontierChange { Remove = [entry.Key] };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }
}
