using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>What a person's act is decided on.</summary>
/// <param name="Incident">The incident as it stands.</param>
/// <param name="Book">All other incidents.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Now">The present.</param>
/// <param name="NewIncidentId">Gives the name of an incident that a split opens.</param>
internal sealed record ActContext(Incident Incident, IncidentBook Book, EscalationPolicy Policy, DateTimeOffset Now, Func<string> NewIncidentId);
