using System.Collections.Concurrent;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Observability;

/// <summary>The outbox, watched for how long a publication took to be told.</summary>
internal sealed class MeteredOutbox(IOutbox outbox, PipelineMeter meter) : IOutbox
{
    private const int MostWaiting = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _waiting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task KeepAsync(Kept kept, CancellationToken cancellationToken)
    {
        await outbox.KeepAsync(kept, cancellationToken);
        if (kept.Document?.Document.PublishedAt is { } publishedAt)
        {
            foreach (var alert in kept.Alerts.Where(alert => alert.First).Take(Math.Max(0, MostWaiting - _waiting.Count)))
            {
                _waiting[alert.Id] = publishedAt;
            }
        }
    }

    /// <inheritdoc/>
    public async Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken)
    {
        await outbox.RecordAsync(changes, cancellationToken);
        foreach (var change in changes.Where(change => change.State is DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Dead))
        {
            if (_waiting.TryRemove(change.AlertId, out var publishedAt) && change.State != DeliveryState.Dead)
            {
                meter.Told(publishedAt);
            }
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => outbox.ListDueAsync(now, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken) => outbox.ListDeliveriesAsync(incidentId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken) => outbox.ListSentAsync(contact, since, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken) => outbox.ListTroubledAsync(cancellationToken);
}
