using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Crawling.Revisits;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Running;

/// <summary>Makes one visit, whatever is visited, and gives the slot back when it came to no end.</summary>
internal sealed class Visits(
    ICurrent<CrawlingOptions> options, Frontier.Frontier frontier, ListVisitor lists, ItemVisitor items, WatchVisitor watched, HostKeeper hosts, SourceWatch watch, VisitClock clock, ICrawlLedger ledger, TimeProvider time, ILogger log)
{
    /// <summary>Visits a slot that was taken.</summary>
    public async Task VisitAsync(Slot slot, Source source, CrawlRun run)
    {
        var visit = clock.Begin();
        try
        {
            await VisitSlotAsync(slot, source, run);
            await SaveHostsAsync(run);
        }
        finally
        {
            clock.End(visit);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of a host's loop: one page that cannot be dealt with must not stop the host.")]
    private async Task VisitSlotAsync(Slot slot, Source source, CrawlRun run)
    {
        var account = ledger.Begin();
        try
        {
            switch (slot.Entry.Role)
            {
                case PageRole.List:
                    await lists.VisitAsync(slot, source, options.Value, run.Stop, run.Keep);
                    break;
                case PageRole.Watched:
                    await watched.VisitAsync(slot, source, options.Value.TimeZone, run.Stop, run.Keep);
                    break;
                default:
                    if (await items.VisitAsync(slot, source, options.Value.TimeZone, run.Only is not null, run.Stop, run.Keep))
                    {
                        run.Count();
                    }

                    break;
            }

            slot.KeepFailures = 0;
            slot.Breaks = 0;
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            ledger.Returned(source.Id, account);
            frontier.GiveBack(slot, slot.Entry.DueAt);
        }
        catch (PageNotKeptException e)
        {
            ledger.Returned(source.Id, account);
            slot.KeepFailures++;
            var wait = RevisitPolicy.KeepRetry(slot.KeepFailures);
            log.PageNotKept(e.InnerException!, source.Id, slot.KeepFailures, wait);
            frontier.GiveBack(slot, time.GetUtcNow() + wait);
        }
        catch (Exception e)
        {
            ledger.Returned(source.Id, account);
            slot.Breaks++;
            var wait = RevisitPolicy.BrokenRetry(slot.Breaks);
            log.VisitBroke(e, source.Id, wait);
            Tell(slot, source, e);
            frontier.GiveBack(slot, time.GetUtcNow() + wait);
        }
    }

    /// <summary>A bug that keeps a source from being seen is told like any other blindness.</summary>
    private void Tell(Slot slot, Source source, Exception e)
    {
        var why = BlindReason.OfReading(BlindReason.OfBug(e));
        if (EntryKey.IsStart(slot.Entry.Key))
        {
            watch.Unseen(source, slot.Entry.Key, why, slot.Breaks - 1, forbidden: false);
        }
        else if (slot.Entry.Role != PageRole.Watched)
        {
            watch.Item(source.Id, why);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What was visited is kept already; what is known of hosts is kept again after the next visit.")]
    private async Task SaveHostsAsync(CrawlRun run)
    {
        try
        {
            await hosts.SaveAsync(run.Keep);
        }
        catch (Exception e) when (e is not OperationCanceledException || !run.Keep.IsCancellationRequested)
        {
            log.HostsNotSaved(e);
        }
        catch (OperationCanceledException)
        {
            // The grace is over.
        }
    }
}
