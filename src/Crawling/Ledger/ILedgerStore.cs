using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Ledger;

/// <summary>Where the ledger outlives the process, and what it is compared with.</summary>
public interface ILedgerStore
{
    /// <summary>Keeps rows, replacing those already there of the same source and hour; on disk, all of them or none, when the task completes.</summary>
    Task SaveLedgerAsync(IReadOnlyList<LedgerHour> rows, CancellationToken cancellationToken);

    /// <summary>Lists rows with <paramref name="from"/> ≤ hour &lt; <paramref name="to"/>, in order of hour and source.</summary>
    Task<IReadOnlyList<LedgerHour>> ListLedgerAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Lists deliveries put into the outbox with <paramref name="from"/> ≤ time &lt; <paramref name="to"/>, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> ListCreatedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
