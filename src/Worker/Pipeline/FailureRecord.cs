using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Incidents;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Keeps on disk which documents could not be judged, so that a restart forgets none, and finds them there again.</summary>
internal sealed class FailureRecord(FailedDocuments failed, IOutbox outbox, IIncidentStore store, TimeProvider time, ILogger<FailureRecord> log)
{
    private const int MostAtOnce = 2000;
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
        one.RecordedAt is not { } at ? null : (await store.ListDocumentsAsync(at, at.AddTicks(1), MostAtOnce, cancellationToken)).FirstOrDefault(kept => IsOf(kept, one));

    /// <summary>Lists again, after a restart, those of the last seven days that were not settled since.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        for (var from = now - LookBack; from < now; from += Stretch)
        {
            foreach (var kept in await store.ListDocumentsAsync(from, from + Stretch, MostAtOnce, cancellationToken))
            {
                if (kept.Outcome != DocumentOutcome.Failed)
                {
                    failed.Settle(kept.Document.Id);
                }
                else if (kept.FailedAt is { } at && failed.Find(kept.Document.Id) is null)
                {
                    failed.Add(kept.Document, kept.Evidence, at);
                }
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
