using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Outbox;

/// <summary>An outbox that lives as long as the test, as the port describes it.</summary>
#pragma warning disable CA1001 // A semaphore without a wait handle holds nothing to dispose of.
internal sealed class MemoryOutbox : IOutbox, IReceiptStore
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Delivery> _deliveries = [];
    private readonly List<DeliveryChange> _changes = [];
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Called before each record; throws or waits to be a store in trouble.</summary>
    public Func<IReadOnlyList<DeliveryChange>, CancellationToken, Task> BeforeRecord { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<DeliveryChange> Changes
    {
        get
        {
            lock (_gate)
            {
                return [.. _changes];
            }
        }
    }

    public IReadOnlyList<Delivery> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries.Values];
            }
        }
    }

    public Delivery Get(string id)
    {
        lock (_gate)
        {
            return _deliveries[id];
        }
    }

    public Task KeepAsync(Kept kept, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var alert in kept.Alerts)
            {
                _deliveries.TryAdd(alert.Id, Delivery.Of(alert));
            }
        }

        _changed.Release();
        return Task.CompletedTask;
    }

    public async Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken)
    {
        await BeforeRecord(changes, cancellationToken);
        lock (_gate)
        {
            foreach (var change in changes)
            {
                _deliveries[change.AlertId] = _deliveries[change.AlertId].Apply(change);
                _changes.Add(change);
            }
        }

        _changed.Release();
    }

    public Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Delivery>>([.. _deliveries.Values
                .Where(d => d.NextAttemptAt <= now)
                .OrderByDescending(d => d.Alert.Level).ThenBy(d => d.Alert.DueAt)
                .Take(limit)]);
        }
    }

    public Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. All.Where(d => d.Alert.IncidentId == incidentId).OrderBy(d => d.Alert.CreatedAt)]);

    public Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. All.Where(d => d.Alert.Contact == contact && d.SentAt >= since).Select(d => d.SentAt!.Value)]);

    public Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. All.Where(d => d.State is DeliveryState.Failed or DeliveryState.Dead)]);

    public Task<IReadOnlyList<Delivery>> ListHandedOverAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. All.Where(d => d.SentAt >= since || d.State < DeliveryState.Sent).OrderBy(d => d.Alert.CreatedAt)]);

    /// <summary>Waits, in real time, until the outbox is as the test expects.</summary>
    public async Task UntilAsync(Func<MemoryOutbox, bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!reached(this))
        {
            try
            {
                await _changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException e) when (!reached(this))
            {
                throw new TimeoutException(string.Join('\n', All.Select(d => $"{d.Alert.Id} {d.State} {d.Attempts} {d.NextAttemptAt:O} {d.Reason}")), e);
            }
        }
    }
}
