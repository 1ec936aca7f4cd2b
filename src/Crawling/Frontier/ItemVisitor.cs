using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Crawling.Revisits;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Fetches an article or thread page and hands over what was read. It is marked done only after that was kept.</summary>
internal sealed class ItemVisitor(ICurrent<CrawlingOptions> options, PageFetcher fetcher, IPageReader reader, IPageSink sink, IFrontierStore store, Frontier frontier, SourceEntries entries, SourceWatch watch, WatchList watched, ReadingGate gate, ICrawlLedger ledger, TimeProvider time, ILogger log)
{
    private const int MostThreadPages = 50;

    /// <param name="slot">The item, taken.</param>
    /// <param name="source">Its source.</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <param name="once">The run visits it once only: what cannot be read is handed over at once as its list showed it.</param>
    /// <param name="stop">Ends the fetching.</param>
    /// <param name="keep">Ends the keeping, a little later.</param>
    /// <returns>True when a page was handed over.</returns>
    /// <exception cref="PageNotKeptException">What was found could not be kept; the item is untouched.</exception>
    public async Task<bool> VisitAsync(Slot slot, Source source, TimeZoneInfo zone, bool once, CancellationToken stop, CancellationToken keep)
    {
        var listed = Listed(slot.Entry);
        if (listed is { IsWhole: true })
        {
            return await ListedOnlyAsync(slot.Entry, source, zone, listed, keep);
        }

        var outcome = await fetcher.FetchAsync(new FetchRequest(slot.Url) { Pause = source.Delay, Site = source }, stop);
        if (outcome is not FetchOutcome.Fetched { Page: var page })
        {
            return await FailAsync(slot.Entry, source, zone, outcome, listed, keep);
        }

        var reading = await gate.ReadAsync(() => reader.ReadItem(page, source, zone, listed), stop);
        if (reading.Documents.Count == 0 && reading.Fault is { } fault)
        {
            NoteItem(source, slot.Url, BlindReason.IsOfSite(fault) ? BlindReason.OfReading(fault) : null);
            var looked = slot.Entry with { Unreadable = slot.Entry.Unreadable + 1 };
            if (!once && !IsUnreadableForGood(slot.Entry, fault))
            {
                log.ItemFailed(source.Id, looked.Failures + 1, fault);
                var isTelling = await TryOnAsync(looked, source, zone, listed, keep);
                ledger.Settled(source.Id, page, PageFate.Unreadable, 0);
                return isTelling;
            }

            log.ItemUnreadable(source.Id, fault);
            reading = reading with { Documents = IsTold(slot.Entry) ? [] : ListedDocuments(slot.Entry, source, zone, listed, page.FetchedAt) };
        }

        if (reading.Fault is null)
        {
            NoteItem(source, slot.Url, why: null);
        }

        var crawled = new CrawledPage(source, page, reading.Documents);
        var reception = await HandOverAsync(crawled, slot.Entry.AddedAt, keep);
        await DoneAsync(slot.Entry, NextFloors(slot.Entry, page, reading.Next, listed), watched.Of(crawled, reception), PagesOf(crawled), keep);
        ledger.Settled(source.Id, page, reading.Fault is null ? PageFate.Read : PageFate.Unreadable, 0);
        return true;
    }

    private async Task<bool> FailAsync(FrontierEntry entry, Source source, TimeZoneInfo zone, FetchOutcome outcome, ListedItem? listed, CancellationToken keep)
    {
        var why = BlindReason.Of(outcome);
        var failures = entry.Failures + 1;
        if (outcome is FetchOutcome.Throttled { IsVague: false } throttled && entry.PutOff < RevisitPolicy.MostPutOff)
        {
            // The host waits as a whole; the item is no worse for it.
            var wait = RevisitPolicy.ItemRetry(entry.PutOff + 1);
            await RetryAsync(entry with { PutOff = entry.PutOff + 1 }, entry.Failures, throttled.After is { } after ? RevisitPolicy.Obeyed(after) : wait, keep);
            return false;
        }

        if (outcome is not (FetchOutcome.Refused { Page: not null } or FetchOutcome.Disallowed))
        {
            NoteItem(source, new Uri(entry.Url), why);
        }

        if (IsHopeless(outcome, entry) || RevisitPolicy.IsGivenUp(entry, failures, time.GetUtcNow()))
        {
            log.ItemGivenUp(source.Id, failures, why, IsTold(entry) || listed is null ? 0 : 1);
            return await ListedOnlyAsync(entry, source, zone, IsTold(entry) ? null : listed, keep);
        }

        log.ItemFailed(source.Id, failures, why);
        return await TryOnAsync(entry, source, zone, listed, keep);
    }

    /// <summary>A login, a proof or an empty page that comes where the item failed otherwise before is the end of an outage, as likely as not: it counts as one of it. Else two looks tell.</summary>
    private bool IsUnreadableForGood(FrontierEntry entry, string fault) => BlindReason.IsOfSite(fault) && entry.Failures + entry.PutOff > entry.Unreadable
        ? RevisitPolicy.IsGivenUp(entry, entry.Failures + 1, time.GetUtcNow())
        : entry.Unreadable + 1 >= RevisitPolicy.MostUnreadable;

    /// <summary>What the list says of an item was handed over before.</summary>
    private static bool IsTold(FrontierEntry entry) => entry.Failures >= RevisitPolicy.MostAttempts;

    /// <summary>Has the item asked for again after one more failure; at the fifth what the list says of it is handed over meanwhile.</summary>
    /// <returns>True when it was.</returns>
    private async Task<bool> TryOnAsync(FrontierEntry entry, Source source, TimeZoneInfo zone, ListedItem? listed, CancellationToken keep)
    {
        var failures = entry.Failures + 1;
        var isTelling = failures == RevisitPolicy.MostAttempts && await HandOverListedAsync(entry, source, zone, listed, keep);
        await RetryAsync(entry, failures, RevisitPolicy.ItemRetry(failures), keep);
        return isTelling;
    }

    /// <summary>An internal address that stands in the link itself never becomes another; a public one there may be led to an internal one for a while.</summary>
    private bool IsHopeless(FetchOutcome outcome, FrontierEntry entry) => RevisitPolicy.IsHopeless(outcome)
        || (outcome is FetchOutcome.Failed { Fault: FetchFault.BlockedAddress } && IPAddress.TryParse(new Uri(entry.Url).IdnHost, out var literal) && !AddressGuard.Allows(literal, options.Value.AllowAddresses));

    /// <summary>Only pages of the source's own hosts say how well it is seen: a portal links to many others.</summary>
    private void NoteItem(Source source, Uri url, string? why)
    {
        if (source.Start.Any(start => start.IdnHost.Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase)))
        {
            watch.Item(source.Id, why);
        }
    }

    /// <summary>Hands over what the list says, and is done with the item.</summary>
    private async Task<bool> ListedOnlyAsync(FrontierEntry entry, Source source, TimeZoneInfo zone, ListedItem? listed, CancellationToken keep)
    {
        var isTelling = await HandOverListedAsync(entry, source, zone, listed, keep);
        await DoneAsync(entry, null, new FrontierChange(), [], keep);
        return isTelling;
    }

    /// <summary>Hands over what the list says; false when it says nothing.</summary>
    private async Task<bool> HandOverListedAsync(FrontierEntry entry, Source source, TimeZoneInfo zone, ListedItem? listed, CancellationToken keep)
    {
        var now = time.GetUtcNow();
        var documents = ListedDocuments(entry, source, zone, listed, now);
        if (documents.Count == 0)
        {
            return false;
        }

        await HandOverAsync(new CrawledPage(source, ListedPage.Of(new Uri(entry.Url), listed, now)!, documents), entry.AddedAt, keep);
        return true;
    }

    private async Task<PageReception> HandOverAsync(CrawledPage page, DateTimeOffset addedAt, CancellationToken keep)
    {
        PageReception reception;
        try
        {
            reception = await sink.AcceptAsync(page, keep);
        }
        catch (Exception e) when (e is not OperationCanceledException || !keep.IsCancellationRequested)
        {
            throw new PageNotKeptException(e);
        }

        watch.Kept(page.Source.Id, page.Documents, entries.WatchedSince(page.Source.Id) ?? addedAt);
        return reception;
    }

    /// <summary>How far a thread goes is remembered, so that the next time there is more in it only what is behind is asked for.</summary>
    private static IReadOnlyList<SeenMark> PagesOf(CrawledPage page) =>
        DiscuzAddress.Find(page.Page.Url) is { IsThread: true, Page: > 1 and var number } && page.Documents is [{ CanonicalUrl: { } thread }, ..] ? [new SeenMark(EntryKey.Pages(thread), number)] : [];

    private async Task DoneAsync(FrontierEntry entry, FrontierEntry? next, FrontierChange watching, IReadOnlyList<SeenMark> pages, CancellationToken keep)
    {
        var change = new FrontierChange { Remove = [entry.Key, .. watching.Remove], Put = next is null ? watching.Put : [next, .. watching.Put], Seen = pages };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }

    private async Task RetryAsync(FrontierEntry entry, int failures, TimeSpan wait, CancellationToken keep)
    {
        var now = time.GetUtcNow();
        var change = new FrontierChange { Put = [entry with { Failures = failures, FailingSince = entry.FailingSince ?? now, DueAt = now + wait }] };
        await store.SaveAsync(change, keep);
        frontier.Apply(change);
    }

    private FrontierEntry? NextFloors(FrontierEntry entry, Page page, Uri? next, ListedItem? listed)
    {
        var number = EntryKey.PageNumber(entry.Key) + 1;
        if (next is null || next == page.Url || number > MostThreadPages || TrapFilter.IsTrap(next))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var hint = listed is null ? null : JsonSerializer.Serialize(listed with { Text = null }, ContractJson.Options);
        return new FrontierEntry { Key = EntryKey.Floors(number, next), Url = next.AbsoluteUri, Source = entry.Source, Role = PageRole.Item, DueAt = now, AddedAt = entry.AddedAt, Hint = hint };
    }

    /// <summary>What the list said, as documents. A further page of a thread has none: its thread was handed over already.</summary>
    private IReadOnlyList<Document> ListedDocuments(FrontierEntry entry, Source source, TimeZoneInfo zone, ListedItem? listed, DateTimeOffset now)
    {
        if (EntryKey.PageNumber(entry.Key) > 1 || ListedPage.Of(new Uri(entry.Url), listed, now) is not { } page)
        {
            return [];
        }

        var read = reader.ReadItem(page, source, zone, listed).Documents;
        if (read is [{ } first, ..])
        {
            return [Documents.Complete(first with { Title = listed!.Title ?? first.Title, Text = listed.Text ?? "" }, page, source, "utf-8")];
        }

        var canonical = reader.Canonical(page.Url);
        var isThread = source.Kind == SourceKind.Discuz;
        var document = new Document
        {
            Id = Documents.Id(canonical, isThread ? "1" : ""),
            Url = entry.Url,
            CanonicalUrl = canonical,
            Title = listed!.Title,
            Text = listed.Text ?? "",
            Author = listed.Author,
            PublishedAt = listed.PublishedAt,
            Kind = isThread ? DocumentKind.Thread : DocumentKind.Article,
            Floor = isThread ? 1 : null,
            Replies = listed.Replies,
            Views = listed.Views,
        };
        return [Documents.Complete(document, page, source, "utf-8")];
    }

    private static ListedItem? Listed(FrontierEntry entry)
    {
        try
        {
            return entry.Hint is null ? null : JsonSerializer.Deserialize<ListedItem>(entry.Hint, ContractJson.Options);
        }
        catch (JsonException)
        {
            // A hint of another version: the page itself says more anyway.
            return null;
        }
    }
}
