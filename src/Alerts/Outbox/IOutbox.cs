using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Alerts kept until sent (发件箱), written together with what brought them about.</summary>
public interface IOutbox
{
    /// <summary>Keeps incident changes, alerts and document in one atomic, durable write: all of it is on disk when the task completes, or none.</summary>
    /// <remarks>Calls are written in the order they were made, though several may share one flush; a caller that must keep that order makes the calls under its own lock and awaits them outside.</remarks>
    Task KeepAsync(Kept kept, CancellationToken cancellationToken);

    /// <summary>Keeps what became of deliveries; on disk when the task completes.</summary>
    Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken);

    /// <summary>Lists deliveries to be tried at or before <paramref name="now"/>, most urgent first: higher level, then earlier due; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Lists deliveries of one incident, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken);

    /// <summary>Lists the instants at which messages were handed over to an address since <paramref name="since"/>, for the limit per person.</summary>
    Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Lists dead letters and deliveries that failed at least once and still wait.</summary>
    Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken);
}
