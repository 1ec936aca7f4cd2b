using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Carries one parcel to its channel and records what became of it.</summary>
/// <remarks>
/// The order makes each kill harmless: a bundle's id is recorded before its first attempt; an outcome is recorded after it happened;
/// the other channel's alert is kept before the first one is recorded as dead. A kill in between repeats a step under the same ids.
/// </remarks>
internal sealed class ParcelCarrier(IOutbox outbox, ChannelRack channels, OtherChannel other, ICurrent<EscalationPolicy> policy, ICurrent<AlertsOptions> options, SendMeter meter, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LongestRecordPause = TimeSpan.FromSeconds(30);
    private readonly Stamp _stamp = new(time);

    /// <summary>Carries the parcel.</summary>
    /// <returns>The outcome, recorded.</returns>
    /// <exception cref="OperationCanceledException">The service stops; nothing was recorded, the parcel goes out again.</exception>
    public async Task<SendOutcome> CarryAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        if (parcel.IsNewBundle)
        {
            var now = time.GetUtcNow();
            await outbox.RecordAsync([.. parcel.Deliveries.Select(d => Change(d, DeliveryState.Sending, now, d.Attempts, now, parcel.MessageId, d.Reason))], cancellationToken);
        }

        var outcome = await SendAsync(parcel, cancellationToken);
        meter.Note(parcel.Alert.Channel, outcome);
        var changes = await ChangesAsync(parcel, outcome, cancellationToken);
        await RecordAsync(parcel, changes, cancellationToken);
        return outcome;
    }

    private static DeliveryChange Change(Delivery delivery, DeliveryState state, DateTimeOffset at, int attempts, DateTimeOffset? next, string messageId, string? reason) => new()
    {
        AlertId = delivery.Alert.Id,
        At = at,
        State = state,
        Attempts = attempts,
        NextAttemptAt = next,
        MessageId = messageId == delivery.MessageId ? null : messageId,
        Reason = reason,
    };

    private async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        var kind = parcel.Alert.Channel;
        if (channels.Find(kind) is not { } channel)
        {
            return new SendOutcome.GiveUp($"没有配置{ChannelNames.Of(kind)}渠道");
        }

        try
        {
            return await channel.SendAsync(Marked(parcel, policy.Value), cancellationToken);
        }
#pragma warning disable CA1031 // The loop's edge: a fault in a channel must not stop the others, nor be tried without a pause.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.ChannelThrew(log, kind, parcel.MessageId, e);
            return new SendOutcome.TryLater($"程序内部错误：{e.GetType().Name}");
        }
    }

    private OutgoingMessage Marked(Parcel parcel, EscalationPolicy rules)
    {
        var message = parcel.Message(rules);
        return parcel.Alert.IncidentId.Length == 0
            ? message
            : LateMark.On(message, parcel.Deliveries.Min(d => d.Alert.HeldUntil ?? d.Alert.DueAt), rules.LateAfter, options.Value.TimeZone, time.GetUtcNow(), parcel.Alert.Channel == ChannelKind.Sms);
    }

    private async Task<IReadOnlyList<DeliveryChange>> ChangesAsync(Parcel parcel, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var attempts = parcel.Attempts + 1;
        switch (outcome)
        {
            case SendOutcome.Sent or SendOutcome.Delivered:
                AlertsLog.HandedOver(log, parcel.MessageId, parcel.Deliveries.Count, parcel.Alert.Channel, attempts);
                var state = outcome is SendOutcome.Sent ? DeliveryState.Sent : DeliveryState.Delivered;
                var sentAt = _stamp.Next();
                var number = (outcome as SendOutcome.Sent)?.GatewayId;
                return [.. parcel.Deliveries.Select(d => Change(d, state, sentAt, d.Attempts + 1, null, parcel.MessageId, null) with { GatewayId = number })];
            case SendOutcome.TryLater later when !RetryLadder.IsOver(parcel.Level, parcel.AllFailedAt, now):
                return await LaterAsync(parcel, later, attempts, now, cancellationToken);
            case SendOutcome.TryLater later:
                return await DeadAsync(parcel, later.Reason, attempts, now, cancellationToken);
            case SendOutcome.GiveUp giveUp:
                return await DeadAsync(parcel, giveUp.Reason, attempts, now, cancellationToken);
            default:
                throw new InvalidOperationException($"The outcome {outcome.GetType().Name} is not known.");
        }
    }

    private async Task<IReadOnlyList<DeliveryChange>> LaterAsync(Parcel parcel, SendOutcome.TryLater outcome, int attempts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = now + RetryLadder.PauseAfter(attempts, parcel.Level, outcome.After);
        var otherAt = other.DueAt(parcel.Alert.Channel, parcel.FailedAt ?? now);
        if (outcome.OtherNow || now >= otherAt)
        {
            await TryOtherAsync(parcel, cancellationToken);
        }
        else if (otherAt < next)
        {
            next = otherAt;
        }

        AlertsLog.FailedForNow(log, parcel.MessageId, parcel.Alert.Channel, attempts, outcome.Reason, next);
        return [.. parcel.Deliveries.Select(d => Change(d, DeliveryState.Failed, now, d.Attempts + 1, next, parcel.MessageId, outcome.Reason))];
    }

    private async Task<IReadOnlyList<DeliveryChange>> DeadAsync(Parcel parcel, string reason, int attempts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await TryOtherAsync(parcel, cancellationToken))
        {
            // Not dead before the other channel has it: tried again, refused again, and the other channel once more.
            var next = now + RetryLadder.PauseAfter(attempts, parcel.Level);
            return [.. parcel.Deliveries.Select(d => Change(d, DeliveryState.Failed, now, d.Attempts + 1, next, parcel.MessageId, reason))];
        }

        AlertsLog.GivenUp(log, parcel.MessageId, parcel.Alert.Channel, attempts, reason);
        return [.. parcel.Deliveries.Select(d => Change(d, DeliveryState.Dead, now, d.Attempts + 1, null, parcel.MessageId, reason))];
    }

    /// <summary>Puts the parcel's alerts in the outbox for another channel. False when the outbox did not take them.</summary>
    private async Task<bool> TryOtherAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var delivery in parcel.Deliveries)
            {
                await other.TryAsync(delivery.Alert, cancellationToken);
            }

            return true;
        }
#pragma warning disable CA1031 // The loop's edge: the delivery itself must still be recorded.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.FallbackFailed(log, parcel.Alert.Id, e);
            return false;
        }
    }

    /// <summary>Records until it succeeds: a message whose sending cannot be written down (full disk) must not go out again each second.</summary>
    private async Task RecordAsync(Parcel parcel, IReadOnlyList<DeliveryChange> changes, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestRecordPause ? pause * 2 : LongestRecordPause)
        {
            try
            {
                await outbox.RecordAsync(changes, cancellationToken);
                return;
            }
#pragma warning disable CA1031 // The loop's edge: whatever the store throws, the outcome is held until it can be kept.
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                AlertsLog.RecordFailed(log, parcel.MessageId, pause, e);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
