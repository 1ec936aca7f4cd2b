using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Takes due deliveries from the outbox, hands them to their channels and records what became of them.</summary>
/// <remarks>At least once: what was not recorded goes out again under the same Message-ID. One dispatcher runs on one outbox.</remarks>
public sealed class OutboxDispatcher : IDisposable
{
    private const int MostListed = 10_000;
    private const int ParallelMessages = 4;
    private const int LongList = 500;
    private static readonly TimeSpan PauseAtLongList = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly IOutbox _outbox;
    private readonly ICurrent<EscalationPolicy> _policy;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _log;
    private readonly ParcelCarrier _carrier;
    private readonly Withdrawals _withdrawals;
    private readonly QuietHold _quiet;
    private readonly HandLedger _hand;
    private readonly Dictionary<ChannelKind, Lane> _lanes;
    private readonly ChannelHealth _health = new();
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _cutOff = new();
    private long _turned;
    private volatile bool _clockWasSet = true;

    /// <summary>Makes a dispatcher; <see cref="RunAsync"/> starts it.</summary>
    public OutboxDispatcher(IOutbox outbox, ChannelRack channels, OtherChannel other, IAlertContext context, ICurrent<EscalationPolicy> policy, ICurrent<AlertsOptions> options, ICurrent<ContactBook> contacts, TimeProvider time, ILogger<OutboxDispatcher> log, IMeterFactory? meters = null)
    {
        _outbox = outbox;
        _policy = policy;
        _time = time;
        _turned = time.GetTimestamp();
        _log = log;
        _carrier = new ParcelCarrier(outbox, channels, other, policy, options, new SendMeter(meters), time, log);
        _withdrawals = new Withdrawals(outbox, context, policy, log);
        _quiet = new QuietHold(outbox, contacts, log);
        _hand = new HandLedger(time);
        _lanes = Enum.GetValues<ChannelKind>().ToDictionary(kind => kind, _ => new Lane(ParallelMessages, DeliverAsync));
    }

    /// <summary>Time since the outbox was last read without a fault; it is at least once a minute.</summary>
    public TimeSpan SinceRound => _time.GetElapsedTime(Volatile.Read(ref _turned));

    /// <summary>Says that something new was kept: it is looked at now, not at the next due instant.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    /// <summary>Says that the machine's clock was set: what waits for an instant further ahead than it lawfully may is due.</summary>
    public void ClockSet()
    {
        _clockWasSet = true;
        Signal();
    }

    /// <summary>Dispatches until cancelled, then finishes what is in hand, within 15 seconds.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wakeAt = await RoundAsync(cancellationToken);
            await SleepAsync(wakeAt, cancellationToken);
        }

        var rest = Task.WhenAll(_lanes.Values.Select(lane => lane.StopAsync()));
        using var limit = new CancellationTokenSource(Grace, _time);
        await using (limit.Token.Register(_cutOff.Cancel))
        {
            await rest;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cutOff.Dispose();

    /// <summary>Looks at the outbox once and says when to look again.</summary>
    private async Task<DateTimeOffset> RoundAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        try
        {
            var wakeAt = await DispatchAsync(now, cancellationToken);
            Volatile.Write(ref _turned, _time.GetTimestamp());
            return wakeAt;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return now;
        }
#pragma warning disable CA1031 // The loop's edge: an outbox that cannot be read now must be read later.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // What a clock set back has put off may not have been looked at yet.
            _clockWasSet = true;
            AlertsLog.OutboxUnreadable(_log, now + PauseAfterFault, e);
            return now + PauseAfterFault;
        }
    }

    private async Task<DateTimeOffset> DispatchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _hand.ForgetOld();
        var recovered = _health.TakeRecovered();
        var clockWasSet = _clockWasSet;
        _clockWasSet = false;
        var horizon = clockWasSet ? DateTimeOffset.MaxValue : now + (recovered.Count > 0 ? RetryLadder.PauseAfter(int.MaxValue, Level.General) : Horizon);
        var all = await _outbox.ListDueAsync(horizon, MostListed, cancellationToken);
        if (all.Count > LongList)
        {
            // Each delivery done asks for another look; over a long list that would be all there is time for.
            await Task.Delay(PauseAtLongList, _time, cancellationToken);
        }

        var listed = all.Where(_hand.IsFree).ToList();

        // By the message: a bundle goes out whole or not at all.
        var putOff = clockWasSet ? listed.Where(d => d.NextAttemptAt > now + LongestWait(d)).Select(d => d.MessageId).ToHashSet() : [];
        var due = listed.Where(d => d.NextAttemptAt <= now || putOff.Contains(d.MessageId) || (d.State == DeliveryState.Failed && recovered.Contains(d.Alert.Channel))).ToList();
        var wakeAt = listed.Where(d => d.NextAttemptAt > now).Select(d => d.NextAttemptAt!.Value).Append(now + Horizon).Min();

        // What nothing may hold and nothing can make needless goes before the store is asked for anything more.
        var (sure, conditional) = _withdrawals.Split(due);
        StartUnheld(sure, isWhole: all.Count < MostListed);
        var judged = await _withdrawals.TakeOutAsync(conditional, now, cancellationToken);
        StartUnheld(judged.Rest, isWhole: true);
        wakeAt = judged.LeftOut && now + PauseAfterFault < wakeAt ? now + PauseAfterFault : wakeAt;

        var goingOn = sure.Concat(judged.Rest).Select(d => d.Alert.Id).ToHashSet();
        var quiet = await _quiet.TakeOutAsync([.. due.Where(d => goingOn.Contains(d.Alert.Id) && Bundling.MayHold(d))], now, cancellationToken);
        wakeAt = quiet.LeftOut && now + PauseAfterFault < wakeAt ? now + PauseAfterFault : wakeAt;
        foreach (var person in quiet.Rest.GroupBy(d => d.Alert.Contact))
        {
            var until = await SendToOneAsync(person.Key, [.. person], now, cancellationToken);
            wakeAt = until < wakeAt ? until.Value : wakeAt;
        }

        return wakeAt;
    }

    /// <summary>Gives how long a delivery may wait by the ladder and the limit per person; one that waits longer was put off before the clock was set back, or for its receiver's peace, which is judged anew.</summary>
    private TimeSpan LongestWait(Delivery delivery)
    {
        var mayHold = Bundling.MayHold(delivery);
        return (mayHold || delivery.Attempts > 0 ? RetryLadder.PauseAfter(Math.Max(1, delivery.Attempts), delivery.Alert.Level) : TimeSpan.Zero)
            + (mayHold ? _policy.Value.LimitPer : TimeSpan.Zero);
    }

    private void StartUnheld(IReadOnlyList<Delivery> due, bool isWhole) =>
        Start(due.Where(d => !Bundling.MayHold(d) && d.MessageId == d.Alert.MessageId).Select(Parcel.Of).Concat(Bundling.Regather(due, isWhole)));

    /// <summary>Sends to one person; a store that fails there keeps nobody else waiting.</summary>
    private async Task<DateTimeOffset?> SendToOneAsync(string contact, List<Delivery> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await SendToAsync(contact, waiting, now, cancellationToken);
        }
#pragma warning disable CA1031 // The loop's edge: one person's hold that cannot be recorded must not stop the others; it comes up again.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.PersonFailed(_log, contact, now + PauseAfterFault, e);
            return now + PauseAfterFault;
        }
    }

    /// <summary>Sends to one person what the limit lets through.</summary>
    /// <returns>When what is held comes up again; null when nothing is held, or only for messages in hand.</returns>
    private async Task<DateTimeOffset?> SendToAsync(string contact, List<Delivery> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var policy = _policy.Value;
        var inHand = _hand.MessagesTo(contact);
        var sent = policy.LimitMessages > 0 ? await _outbox.ListSentAsync(contact, now - policy.LimitPer, cancellationToken) : [];
        var plan = Bundling.Decide(waiting, sent, inHand, policy, now);
        Start(plan.Now);
        if (plan.Held.Count > 0 && plan.Until is { } until)
        {
            await _outbox.RecordAsync([.. plan.Held.Select(d => Hold(d, now, until))], cancellationToken);
            AlertsLog.Held(_log, plan.Held.Count, contact, until);
        }

        return plan.Until;
    }

    private static DeliveryChange Hold(Delivery delivery, DateTimeOffset now, DateTimeOffset until) => new()
    {
        AlertId = delivery.Alert.Id,
        At = now,
        State = delivery.State,
        Attempts = delivery.Attempts,
        NextAttemptAt = until,
        Reason = delivery.Reason ?? "达到每人发送上限，稍后合并发送",
    };

    private void Start(IEnumerable<Parcel> parcels)
    {
        foreach (var parcel in parcels)
        {
            _hand.Take(parcel);
            _lanes[parcel.Alert.Channel].Add(parcel);
        }
    }

    private async Task DeliverAsync(Parcel parcel)
    {
        var isRecorded = false;
        try
        {
            var outcome = await _carrier.CarryAsync(parcel, _cutOff.Token);
            isRecorded = true;
            if (_health.Note(parcel.Alert.Channel, outcome))
            {
                AlertsLog.ChannelRecovered(_log, parcel.Alert.Channel);
            }
        }
        catch (OperationCanceledException) when (_cutOff.IsCancellationRequested)
        {
            AlertsLog.LeftInHand(_log, parcel.Deliveries.Count);
        }
#pragma warning disable CA1031 // The loop's edge: a bundle's id could not be recorded, so nothing was sent; it comes up again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AlertsLog.RecordFailed(_log, parcel.MessageId, PauseAfterFault, e);
            await PauseAsync();
        }
        finally
        {
            _hand.LetGo(parcel, isRecorded);
            Signal();
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(PauseAfterFault, _time, _cutOff.Token);
        }
        catch (OperationCanceledException)
        {
            // The service stops: no need to wait any longer.
        }
    }

    private async Task SleepAsync(DateTimeOffset wakeAt, CancellationToken cancellationToken)
    {
        var pause = wakeAt - _time.GetUtcNow();
        if (pause > TimeSpan.Zero && !cancellationToken.IsCancellationRequested)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var pausing = Task.Delay(pause, _time, either.Token);
            if (_time.GetUtcNow() < wakeAt)
            {
                // The clock may have been set forward between the two readings; then there is nothing to wait for.
                await Task.WhenAny(pausing, _signals.Reader.WaitToReadAsync(either.Token).AsTask());
            }

            await either.CancelAsync();
        }

        _signals.Reader.TryRead(out _);
    }
}
