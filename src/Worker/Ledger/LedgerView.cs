using OpinionWatch.Console.Status;
using OpinionWatch.Crawling.Ledger;

namespace OpinionWatch.Worker.Ledger;

/// <summary>Shows the ledger to the API.</summary>
internal sealed class LedgerView(ILedgerStore store) : ILedgerView
{
    public async Task<IReadOnlyList<LedgerHourStatus>> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await store.ListLedgerAsync(from, to, cancellationToken);
        var created = (await store.ListCreatedAsync(from, to, cancellationToken)).ToLookup(delivery => LedgerBook.HourOf(delivery.CreatedAt));
        return [.. rows.GroupBy(row => row.Hour).Select(hour => Of(hour.Key, [.. hour], [.. created[hour.Key]]))];
    }

    private static LedgerHourStatus Of(DateTimeOffset hour, List<LedgerHour> rows, List<DeliveryTrace> deliveries)
    {
        var verdict = rows.Find(row => row.Source == LedgerNames.Verdict);
        return new LedgerHourStatus
        {
            Hour = hour,
            State = verdict is null ? "open" : verdict.Why is not null ? "differs" : "balanced",
            Interrupted = rows.Exists(row => row.Source == LedgerNames.Run) ? true : null,
            Why = verdict?.Why,
            Sources = [.. rows.Where(row => row.Source[0] != '_').Select(row => new LedgerSourceStatus(row.Source, row.Counts, row.Why))],
            Alerts = deliveries.GroupBy(StateOf).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.LongCount()),
        };
    }

    private static string StateOf(DeliveryTrace delivery) => delivery.Withdrawn ? "withdrawn" : char.ToLowerInvariant(delivery.State.ToString()[0]) + delivery.State.ToString()[1..];
}
