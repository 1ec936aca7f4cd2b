namespace OpinionWatch.Crawling.Ledger;

/// <summary>Where the ledger outlives the process, and what it is compared with.</summary>
public interface ILedgerStore
{
    /// <summary>Keeps rows, replacing those already there of the same source and hour; on disk, all of them or none, when the task completes.</summary>
    Task SaveLedgerAsync(IReadOnlyList<LedgerHour> rows, CancellationToken cancellationToken);

    /// <summary>Lists rows with <paramref name="from"/> ≤ hour &lt; <paramref name="to"/>, in order of hour and source.</summary>
    Task<IReadOnlyList<LedgerHour>> ListLedgerAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Removes rows of the hours before <paramref name="before"/>, and hours of coverage before <paramref name="coverageBefore"/>; some hundreds at once, so that no other write waits long.</summary>
    /// <returns>How many were removed; 0 when nothing is left to remove.</returns>
    Task<int> ForgetLedgerAsync(DateTimeOffset before, DateTimeOffset coverageBefore, CancellationToken cancellationToken);

    /// <summary>Lists documents kept with <paramref name="from"/> ≤ time kept &lt; <paramref name="to"/>, in the order of the journal. Their texts are not held.</summary>
    Task<IReadOnlyList<KeptTrace>> ListKeptAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Lists deliveries put into the outbox with <paramref name="from"/> ≤ time &lt; <paramref name="to"/>, in no particular order. Their texts are not held.</summary>
    Task<IReadOnlyList<DeliveryTrace>> ListCreatedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
