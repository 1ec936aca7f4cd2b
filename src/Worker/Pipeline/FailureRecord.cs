using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Incidents;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Keeps on disk which documents could not be judged, so that a restart forgets none, and finds them there again.</summary>
internal sealed class FailureRecord(FailedDocuments failed, IOutbox outbox, IIncidentStore store, TimeProvider time, ILogger<FailureRecord> log)
{
    /// <summary>Documents read at once: each may hold a million characters.</summary>
    private const int MostAtOnce = 200;

    /// <summary>Documents that failed are followed through the look back by name; of more the oldest fall out.</summary>
    private const int MostFollowed = 100_000;

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);
    private static readonly TimeSpan Stretch = TimeSpan.FromHours(6);

    /// <summary>Records one; on disk when the task completes, but for one that no record can hold: of that the log and the health tell.</summary>
    /// <exception cref="IOException">The disk takes nothing now.</exception>
    public async Task AddAsync(Document document, string? evidence, CancellationToken cancellationToken)
    {
        var recorded = failed.Find(document.Id)?.RecordedAt is null ? await TryRecordAsync(document, evidence, cancellationToken) : null;
        failed.Add(document, evidence, recorded);
    }

    /// <summary>Finds what is recorded of one; null when it is not there any more.</summary>
    public async Task<KeptDocument?> FindAsync(FailedDocument one, CancellationToken cancellationToken) =>
        one.RecordedAt is not { } at ? null : (await store.ListDocumentsAsync(at, at.AddTicks(1), int.MaxValue, cancellationToken)).FirstOrDefault(kept => IsOf(kept, one));

    /// <summary>Lists again, after a restart, those of the last seven days, and of any later time a clock that ran ahead gave them, that were not settled since.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = new OrderedDictionary<string, FailedDocument>(StringComparer.Ordinal);
        var from = now - LookBack;
        while (from < DateTimeOffset.MaxValue)
        {
            var to = from <= now ? from + Stretch : DateTimeOffset.MaxValue;
            await foreach (var kept in ListAsync(from, to, cancellationToken))
            {
                Follow(open, kept);
            }

            from = to;
        }

        failed.Load(open.Values);
    }

    private static void Follow(OrderedDictionary<string, FailedDocument> open, KeptDocument kept)
    {
        var id = kept.Document.Id;
        if (kept.Outcome != DocumentOutcome.Failed)
        {
            open.Remove(id);
        }
        else if (kept.FailedAt is { } at && open.TryAdd(id, FailedDocument.Of(kept.Document, kept.Evidence, at, at)) && open.Count > MostFollowed)
        {
            open.RemoveAt(0);
        }
    }

    /// <summary>Lists all that was kept in a period, oldest first; a period with more than is read at once is halved.</summary>
    private async IAsyncEnumerable<KeptDocument> ListAsync(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var periods = new Stack<(DateTimeOffset From, DateTimeOffset To)>([(from, to)]);
        while (periods.TryPop(out var period))
        {
            var ticks = (period.To - period.From).Ticks;
            var found = await store.ListDocumentsAsync(period.From, period.To, ticks > 1 ? MostAtOnce : int.MaxValue, cancellationToken);
            if (found.Count >= MostAtOnce && ticks > 1)
            {
                var middle = period.From.AddTicks(ticks / 2);
                periods.Push((middle, period.To));
                periods.Push((period.From, middle));
                continue;
            }

            foreach (var kept in found)
            {
                yield return kept;
            }
        }
    }

    private static bool IsOf(KeptDocument kept, FailedDocument one) => kept.Document.Id == one.Id && kept.Outcome == DocumentOutcome.Failed;

    private async Task<DateTimeOffset?> TryRecordAsync(Document document, string? evidence, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var kept = new KeptDocument { Document = document, Analysis = new Analysis { Id = document.Id }, Outcome = DocumentOutcome.Failed, Evidence = evidence, FailedAt = now };
            await outbox.KeepAsync(new Kept { At = now, Document = kept }, cancellationToken);
            return now;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            log.FailureNotRecorded(exception, document.Id, document.Site);
            return null;
        }
    }
}
