using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Finds reminders that wait in the outbox and are needless by now: somebody has acknowledged, reported, or ended the matter meanwhile.</summary>
/// <remarks>What says “unless” is judged when it is sent, too; a leader must not read at 3 a.m. that nobody answers when somebody has.</remarks>
internal sealed class Withdrawals(IAlertContext context, ICurrent<EscalationPolicy> policy)
{
    /// <summary>Lists what becomes of the needless ones among <paramref name="due"/>; a delivery whose bundle's id is recorded already is left to go out.</summary>
    public async Task<IReadOnlyList<DeliveryChange>> ListAsync(IReadOnlyList<Delivery> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var conditions = policy.Value.Steps.Values.SelectMany(steps => steps).Where(step => step.Unless is not null).ToDictionary(step => step.Key, step => step.Unless!.Value);
        var changes = new List<DeliveryChange>();
        foreach (var delivery in due.Where(d => d.MessageId == d.Alert.MessageId && d.Alert.IncidentId.Length > 0))
        {
            if (conditions.TryGetValue(delivery.Alert.Step, out var condition)
                && await context.FindIncidentAsync(delivery.Alert.IncidentId, cancellationToken) is { } incident
                && (!incident.IsLive || StepConditions.Holds(incident, condition)))
            {
                changes.Add(new DeliveryChange
                {
                    AlertId = delivery.Alert.Id,
                    At = now,
                    State = DeliveryState.Dead,
                    Attempts = delivery.Attempts,
                    Reason = Delivery.Withdrawn + (incident.IsLive ? "：已签收或已办理，催办取消" : "：事件已办结或排除，催办取消"),
                });
            }
        }

        return changes;
    }
}
