using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Writes into the log what the desk did, after it is kept.</summary>
internal static class DeskTelling
{
    /// <summary>A document joined an incident.</summary>
    public static void Tell(this ILogger log, Document document, Correlated correlation)
    {
        if (correlation.Outcome != DocumentOutcome.Opened && correlation.IncidentId is not null)
        {
            log.DocumentJoined(document.Id, document.Site, correlation.IncidentId, correlation.Outcome);
        }
    }

    /// <summary>What was decided of an incident and whom it tells.</summary>
    public static void Tell(this ILogger log, Incident incident, Composed composed, IReadOnlyList<IncidentChange> decided, DateTimeOffset now)
    {
        foreach (var change in decided.Where(change => change.IncidentId == incident.Id))
        {
            if (change is IncidentChange.Opened)
            {
                log.IncidentOpened(incident.Id, incident.Level, incident.Documents[0].Id, incident.Documents[0].Site);
            }
            else if (change is IncidentChange.ClockMoved { Clock: { State: ClockState.Missed } clock })
            {
                log.ClockMissed(incident.Id, clock.Name, clock.DueAt);
            }
        }

        foreach (var step in composed.Steps)
        {
            log.StepTaken(incident.Id, step.Step.Key, composed.Alerts.Count(alert => alert.Step == step.Step.Key && alert.DueAt == step.DueAt), step.DueAt);
            if (step.Late)
            {
                log.StepLate(incident.Id, step.Step.Key, step.DueAt, now - step.DueAt);
            }
        }

        foreach (var remark in composed.Remarks)
        {
            if (remark.Kind is RoutingRemarkKind.Nobody or RoutingRemarkKind.Others or RoutingRemarkKind.EmptyRoster)
            {
                log.NobodyToTell(incident.Id, remark.Text);
            }
            else if (remark.Kind == RoutingRemarkKind.StoodIn)
            {
                log.StoodIn(incident.Id, remark.Text);
            }
            else
            {
                log.RoutingRemarked(incident.Id, remark.Text);
            }
        }
    }
}
