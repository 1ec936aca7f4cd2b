using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Gives the dispatcher what it needs to write an alert anew for another channel.</summary>
/// <remarks>Reads the store, not the desk, and of the desk's times what can be had without its lock: the desk itself waits for nobody, and the dispatcher must not wait for the desk.</remarks>
internal sealed class AlertContext(Incidents.IIncidentStore store, ConfigurationInForce configuration, IncidentTime times) : IAlertContext
{
    public IReadOnlyDictionary<string, string> SourceNames => Pipeline.SourceNames.Of(configuration.Current);

    public Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken) => store.FindIncidentAsync(id, cancellationToken);

    public TimeSpan LeadOf(Incident incident) => times.KnownLeadOf(incident.Id);
}
