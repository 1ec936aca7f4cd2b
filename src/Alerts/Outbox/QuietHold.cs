using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Holds what would go out in its receiver's quiet hours (免打扰): what was tried before they began, or waited for the limit until they had.</summary>
/// <remarks>What came about in them is held from the start (<see cref="Alert.HeldUntil"/>). What cannot be recorded as held waits all the same, and is looked at again soon.</remarks>
internal sealed class QuietHold(IOutbox outbox, ICurrent<ContactBook> contacts, ILogger log)
{
    /// <summary>What may go out now.</summary>
    /// <param name="Rest">What goes on.</param>
    /// <param name="LeftOut">What is held could not be recorded.</param>
    public sealed record Result(IReadOnlyList<Delivery> Rest, bool LeftOut);

    /// <summary>Takes out what must wait, and records until when.</summary>
    public async Task<Result> TakeOutAsync(IReadOnlyList<Delivery> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var book = contacts.Value;
        var held = book.Duty.Quiet.Count == 0 ? [] : due.Select(delivery => (Delivery: delivery, Until: UntilOf(book, delivery, now))).Where(one => one.Until is not null).ToList();
        if (held.Count == 0)
        {
            return new Result(due, LeftOut: false);
        }

        var isRecorded = await TryRecordAsync([.. held.Select(one => Hold(one.Delivery, now, one.Until!.Value))], cancellationToken);
        var ids = held.Select(one => one.Delivery.Alert.Id).ToHashSet();
        return new Result([.. due.Where(delivery => !ids.Contains(delivery.Alert.Id))], !isRecorded);
    }

    /// <summary>Nothing is held for longer than <see cref="QuietHours.Longest"/> in all, whatever becomes of the rules meanwhile.</summary>
    private static DateTimeOffset? UntilOf(ContactBook book, Delivery delivery, DateTimeOffset now)
    {
        var last = delivery.Alert.CreatedAt + QuietHours.Longest;
        var until = now < last ? QuietHours.HeldUntil(book, delivery.Alert.Contact, delivery.Alert.Level, now) : null;
        return until > last ? last : until;
    }

    private static DeliveryChange Hold(Delivery delivery, DateTimeOffset now, DateTimeOffset until) => new()
    {
        AlertId = delivery.Alert.Id,
        At = now,
        State = delivery.State,
        Attempts = delivery.Attempts,
        NextAttemptAt = until,
        Reason = delivery.State == DeliveryState.Failed && delivery.Reason is { } reason && !reason.Contains(Delivery.Quiet, StringComparison.Ordinal) ? $"{reason}（{Delivery.Quiet}）" : Delivery.Quiet,
    };

    private async Task<bool> TryRecordAsync(IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.RecordAsync(changes, cancellationToken);
            AlertsLog.HeldQuiet(log, changes.Count);
            return true;
        }
#pragma warning disable CA1031 // The loop's edge: a full disk keeps the quiet ones waiting, not the others.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.QuietNotRecorded(log, changes.Count, e);
            return false;
        }
    }
}
