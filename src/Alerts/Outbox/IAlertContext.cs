using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>What the dispatcher needs to write an alert anew for another channel.</summary>
public interface IAlertContext
{
    /// <summary>Names of sources by their ids, as configured now.</summary>
    IReadOnlyDictionary<string, string> SourceNames { get; }

    /// <summary>Finds an incident; null when there is none.</summary>
    Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives how far an incident's own time is ahead of the machine's clock because that was set back; nearly always zero. Waits for nobody.</summary>
    TimeSpan LeadOf(Incident incident);
}
