using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>What is due for an incident, ready to be kept.</summary>
/// <param name="Steps">The steps reached.</param>
/// <param name="Taken">Changes that say they were taken; kept in the same write as the alerts.</param>
/// <param name="Alerts">The messages.</param>
/// <param name="Remarks">Who could not be told, and what was done about it.</param>
internal sealed record Composed(IReadOnlyList<DueStep> Steps, IReadOnlyList<IncidentChange> Taken, IReadOnlyList<Alert> Alerts, IReadOnlyList<RoutingRemark> Remarks)
{
    public static Composed Nothing { get; } = new([], [], [], []);
}
