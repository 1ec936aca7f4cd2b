using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Takes reminders out of the outbox that are needless by now: somebody has acknowledged, reported, or ended the matter while they waited.</summary>
/// <remarks>
/// What says “unless” is judged when it is sent, too; a leader must not read at 3 a.m. that nobody answers when somebody has.
/// What cannot be judged or recorded now holds up itself alone, and a first critical alert not even that: one too many wakes somebody, one too few loses the hour.
/// </remarks>
internal sealed class Withdrawals(IOutbox outbox, IAlertContext context, ICurrent<EscalationPolicy> policy, ILogger log)
{
    /// <summary>What may go out after the needless was taken out.</summary>
    /// <param name="Rest">What goes on.</param>
    /// <param name="LeftOut">Something could not be judged or recorded and must be looked at again soon.</param>
    public sealed record Result(List<Delivery> Rest, bool LeftOut);

    /// <summary>Splits what is due into what no condition can make needless and what must be judged; a delivery whose bundle's id is recorded already is left to go out.</summary>
    public (List<Delivery> Sure, List<Delivery> Conditional) Split(IReadOnlyList<Delivery> due)
    {
        var conditions = Conditions();
        var byCondition = due.ToLookup(d => d.MessageId == d.Alert.MessageId && d.Alert.IncidentId.Length > 0 && (conditions.ContainsKey(d.Alert.Step) || d.Alert.HeldUntil is not null));
        return ([.. byCondition[false]], [.. byCondition[true]]);
    }

    /// <summary>Takes out the needless ones among <paramref name="conditional"/>.</summary>
    public async Task<Result> TakeOutAsync(IReadOnlyList<Delivery> conditional, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var conditions = Conditions();
        var rest = new List<Delivery>();
        var changes = new List<DeliveryChange>();
        var leftOut = false;

        // Each incident is looked up once, however many of its reminders wait.
        foreach (var ofOne in conditional.GroupBy(d => d.Alert.IncidentId))
        {
            var (isKnown, incident) = await TryFindAsync(ofOne.Key, cancellationToken);
            leftOut |= !isKnown;
            foreach (var delivery in ofOne)
            {
                if (incident is not null && IsNeedless(incident, delivery.Alert, conditions.GetValueOrDefault(delivery.Alert.Step)))
                {
                    changes.Add(Withdrawn(delivery, incident, now));
                }
                else if (isKnown || !Bundling.MayHold(delivery))
                {
                    rest.Add(delivery);
                }
            }
        }

        leftOut |= changes.Count > 0 && !await TryRecordAsync(changes, cancellationToken);
        return new Result(rest, leftOut);
    }

    /// <summary>A condition that is no longer configured makes nothing needless. What was held over quiet hours is needless when the matter has ended meanwhile.</summary>
    private static bool IsNeedless(Incident incident, Alert alert, StepCondition? condition) =>
        condition is { } unless ? !incident.IsLive || StepConditions.Holds(incident, unless) : alert.HeldUntil is not null && !incident.IsLive;

    private static DeliveryChange Withdrawn(Delivery delivery, Incident incident, DateTimeOffset now) => new()
    {
        AlertId = delivery.Alert.Id,
        At = now,
        State = DeliveryState.Dead,
        Attempts = delivery.Attempts,
        Reason = Delivery.Withdrawn + (incident.IsLive ? "：已签收或已办理，催办取消" : "：事件已办结或排除，催办取消"),
    };

    private Dictionary<string, StepCondition?> Conditions() =>
        policy.Value.Steps.Values.SelectMany(steps => steps).Where(step => step.Unless is not null).ToDictionary(step => step.Key, step => step.Unless);

    private async Task<(bool IsKnown, Incident? Incident)> TryFindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (true, await context.FindIncidentAsync(id, cancellationToken));
        }
#pragma warning disable CA1031 // The edge of the loop over incidents: one that cannot be read must not keep the reminders of the others waiting.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.NotJudged(log, id, e);
            return (false, null);
        }
    }

    private async Task<bool> TryRecordAsync(List<DeliveryChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.RecordAsync(changes, cancellationToken);
            AlertsLog.Withdrew(log, changes.Count);
            return true;
        }
#pragma warning disable CA1031 // The loop's edge: a full disk keeps the needless in the outbox, not the needed.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertsLog.NotWithdrawn(log, changes.Count, e);
            return false;
        }
    }
}
