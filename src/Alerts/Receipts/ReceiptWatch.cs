using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Receipts;

/// <summary>Tells by another channel what no receipt came for within <c>sms.receiptWithin</c>, unless somebody has acknowledged the incident meanwhile.</summary>
public sealed class ReceiptWatch(IReceiptStore store, IAlertContext context, OtherChannel other, OutboxDispatcher dispatcher, ICurrent<AlertsOptions> options, TimeProvider time, ILogger<ReceiptWatch> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>What waited longer than this was told otherwise long ago, or the service was down and the steps are told late anyway.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(6);

    private HashSet<string> _done = [];

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await TryLookAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops; what is overdue is found at the next start.
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>How many messages were told by another channel now.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Sms?.ReceiptWithin is not { } within)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var overdue = (await store.ListHandedOverAsync(now - within - LookBack, cancellationToken))
            .Where(d => d.State == DeliveryState.Sent && d.Alert.Channel == ChannelKind.Sms && d.Alert.IncidentId.Length > 0 && d.SentAt <= now - within)
            .ToList();
        var told = 0;
        foreach (var delivery in overdue.Where(d => !_done.Contains(d.Alert.Id)))
        {
            if (await context.FindIncidentAsync(delivery.Alert.IncidentId, cancellationToken) is { IsLive: true, AcknowledgedAt: null } && await other.TryAsync(delivery.Alert, cancellationToken))
            {
                told++;
            }
        }

        _done = [.. overdue.Select(d => d.Alert.Id)];
        if (told > 0)
        {
            AlertsLog.NoReceipt(log, told, within);
            dispatcher.Signal();
        }

        return told;
    }

    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The loop's edge: a store in trouble now is asked again at the next tick.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.ReceiptWatchFailed(log, e);
        }
    }
}
