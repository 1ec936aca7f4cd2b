namespace OpinionWatch.Console.Status;

/// <summary>Shows what was fetched and found, hour by hour, and what became of it (守恒账).</summary>
public interface ILedgerView
{
    /// <summary>Lists the hours with <paramref name="from"/> ≤ hour &lt; <paramref name="to"/> in which anything was counted, oldest first.</summary>
    Task<IReadOnlyList<LedgerHourStatus>> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
