using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Looks again at one page of a thread or article that matched. What became of it is kept before it is remembered.</summary>
internal sealed class WatchVisitor(PageFetcher fetcher, IPageReader reader, IPageSink sink, IFrontierStore store, Frontier.Frontier frontier, SourceWatch watch, ReadingGate gate, TimeProvider time, ILogger log)
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
                break;
            case FetchOutcome.Refused { Page: { } page, Status: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone }:
                await TellAsync(entry, WatchComparison.OfMissing(thread, entry.Url, $"页面已不存在（状态 {page.Status}）", time.GetUtcNow()), page, source, keep);
                break;
            case FetchOutcome.Disallowed:
                await EndAsync(entry, keep);
                break;
            default:
                await RetryAsync(entry, outcome, keep);
                break;
        }
    }

    private async Task ReadAsync(FrontierEntry entry, WatchedThread thread, Page page, Source source, TimeZoneInfo zone, CancellationToken stop, CancellationToken keep)
    {
        var reading = await gate.ReadAsync(() => reader.ReadItem(page, source, zone, null), stop);
        var now = time.GetUtcNow();
        if (reading.Documents.Count > 0)
        {
            await TellAsync(entry, WatchComparison.OfPage(thread, entry.Url, reading, now), page, source, keep);
        }
        else if (reading.IsGone)
        {
            await TellAsync(entry, WatchComparison.OfMissing(thread, entry.Url, reading.Fault!, now), page, source, keep);
        }
        else
        {
            // A login page or a captcha says nothing about the thread.
            await RetryAsync(entry, null, keep);
        }
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
        var interval = thread.Matched.Any(document => document is { Missing: > 0, Gone: false }) ? WatchPolicy.Confirm
            : thread.LastIds.Count == 0 ? WatchPolicy.GoOn
            : WatchPolicy.Interval(now - thread.ChangedAt, source.Every);
        if (interval is not { } wait)
        {
            await EndAsync(entry, keep);
            return;
        }

        // What was not there is confirmed by the very same page.
        var turned = wait == WatchPolicy.Confirm ? thread with { Turn = thread.Turn - 1 } : thread;
        await PutAsync(entry with { Url = turned.NextPage(), Memory = turned.Write(), DueAt = now + wait, VisitedAt = now, Failures = 0 }, keep);
    }

    private async Task RetryAsync(FrontierEntry entry, FetchOutcome? outcome, CancellationToken keep)
    {
        var failures = entry.Failures + 1;
        if (failures >= WatchPolicy.MostFailures)
        {
            await EndAsync(entry, keep);
            return;
        }

        var wait = outcome is FetchOutcome.Throttled { After: { } after } && RevisitPolicy.Obeyed(after) > RevisitPolicy.ItemRetry(failures) ? RevisitPolicy.Obeyed(after) : RevisitPolicy.ItemRetry(failures);
        await PutAsync(entry with { Failures = failures, DueAt = time.GetUtcNow() + wait }, keep);
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
