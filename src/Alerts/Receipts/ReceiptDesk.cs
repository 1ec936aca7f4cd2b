using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Takes receipts in: sent becomes delivered, or dead and told by another channel.</summary>
/// <remarks>Receipts come twice, in any order, before the sending is recorded, and for messages nobody knows. States only go forward, so nothing of that matters.</remarks>
public sealed class ReceiptDesk(IReceiptStore store, IOutbox outbox, OtherChannel other, OutboxDispatcher dispatcher, TimeProvider time, ILogger<ReceiptDesk> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    /// <summary>Takes receipts; what they change is on disk when the task completes.</summary>
    /// <returns>How many changed something.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        if (receipts.Count == 0)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var lately = await store.ListHandedOverAsync(now - Remembered, cancellationToken);
        var byId = lately.SelectMany(d => Names(d).Select(name => (name, d))).ToLookup(pair => pair.name, pair => pair.d);
        var changes = new Dictionary<string, DeliveryChange>();
        var unknown = 0;
        foreach (var receipt in receipts)
        {
            var found = byId[receipt.Id].ToList();
            unknown += found.Count == 0 ? 1 : 0;
            foreach (var delivery in found.Where(d => Changes(d, receipt)))
            {
                // Of two that contradict each other in one request, the handset is believed.
                if (receipt.Delivered || !changes.ContainsKey(delivery.Alert.Id))
                {
                    changes[delivery.Alert.Id] = Change(delivery, receipt, now);
                }
            }
        }

        foreach (var dead in changes.Values.Where(change => change.State == DeliveryState.Dead))
        {
            // The other channel's alert is kept before the death is: a kill in between repeats it under the same id.
            await other.TryAsync(lately.First(d => d.Alert.Id == dead.AlertId).Alert, cancellationToken);
        }

        await outbox.RecordAsync([.. changes.Values], cancellationToken);
        dispatcher.Signal();
        AlertsLog.ReceiptsTaken(log, receipts.Count, changes.Count, unknown);
        return changes.Count;
    }

    private static IEnumerable<string> Names(Delivery delivery)
    {
        yield return delivery.MessageId;
        if (delivery.GatewayId is { Length: > 0 } number && number != delivery.MessageId)
        {
            yield return number;
        }
    }

    /// <summary>That it arrived is good news in any state but the last ones; that it did not is news only of the attempt that was taken.</summary>
    private static bool Changes(Delivery delivery, Receipt receipt) => receipt.Delivered
        ? delivery.State is not (DeliveryState.Delivered or DeliveryState.Dead)
        : delivery.State is DeliveryState.Sent;

    private static DeliveryChange Change(Delivery delivery, Receipt receipt, DateTimeOffset now) => new()
    {
        AlertId = delivery.Alert.Id,
        At = now,
        State = receipt.Delivered ? DeliveryState.Delivered : DeliveryState.Dead,
        Attempts = delivery.Attempts,
        Reason = receipt.Delivered ? null : $"网关已接收，但未能送达手机（{receipt.Code}）",
    };
}
