using OpinionWatch.Model;

namespace OpinionWatch.Incidents;

/// <summary>Reads incidents and kept documents back. Writing goes through the outbox's <c>KeepAsync</c> alone.</summary>
public interface IIncidentStore
{
    /// <summary>Lists all incidents that are live or ended after <paramref name="endedAfter"/>.</summary>
    Task<IReadOnlyList<Incident>> ListIncidentsAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken);

    /// <summary>Finds one incident, however old; null when there is none.</summary>
    Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists documents kept with <paramref name="from"/> ≤ time kept &lt; <paramref name="to"/>, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<KeptDocument>> ListDocumentsAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);
}
