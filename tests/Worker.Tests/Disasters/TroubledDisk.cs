using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>The real store behind a disk that fills up and a process that can be killed before and after each write.</summary>
internal sealed class TroubledDisk(EmbeddedStore store) : IOutbox
{
    private volatile bool _isDead;

    /// <summary>Nothing can be written.</summary>
    public bool IsFull { get; set; }

    /// <summary>The process was killed.</summary>
    public bool IsDead => _isDead;

    /// <summary>Asked at each step whether the process dies there.</summary>
    public Func<Step, bool> DiesAt { get; set; } = _ => false;

    public void Kill() => _isDead = true;

    public Task KeepAsync(Kept kept, CancellationToken cancellationToken) => WriteAsync(Step.BeforeKeeping, Step.AfterKeeping, () => store.KeepAsync(kept, cancellationToken));

    public Task RecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken) =>
        changes.Count == 0 ? Task.CompletedTask : WriteAsync(Step.BeforeRecording, Step.AfterRecording, () => store.RecordAsync(changes, cancellationToken));

    public Task<IReadOnlyList<Delivery>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => Alive(() => store.ListDueAsync(now, limit, cancellationToken));

    public Task<IReadOnlyList<Delivery>> ListDeliveriesAsync(string incidentId, CancellationToken cancellationToken) => Alive(() => store.ListDeliveriesAsync(incidentId, cancellationToken));

    public Task<IReadOnlyList<DateTimeOffset>> ListSentAsync(string contact, DateTimeOffset since, CancellationToken cancellationToken) => Alive(() => store.ListSentAsync(contact, since, cancellationToken));

    public Task<IReadOnlyList<Delivery>> ListTroubledAsync(CancellationToken cancellationToken) => Alive(() => store.ListTroubledAsync(cancellationToken));

    private Task<T> Alive<T>(Func<Task<T>> read) => _isDead ? Task.FromException<T>(new PowerCutException()) : read();

    private async Task WriteAsync(Step before, Step after, Func<Task> write)
    {
        Pass(before);
        if (IsFull)
        {
            throw new IOException("No space left on device");
        }

        await write();
        Pass(after);
    }

    private void Pass(Step step)
    {
        if (_isDead || DiesAt(step))
        {
            _isDead = true;
            throw new PowerCutException();
        }
    }
}
