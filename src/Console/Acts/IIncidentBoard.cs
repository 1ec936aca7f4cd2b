using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>Incidents as the console sees and changes them.</summary>
public interface IIncidentBoard
{
    /// <summary>Lists incidents, newest first: all live ones and those ended lately.</summary>
    ValueTask<IReadOnlyList<Incident>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lists all that are live or ended after <paramref name="endedAfter"/>, in no particular order; read from the store.</summary>
    Task<IReadOnlyList<Incident>> ListEndedAfterAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken);

    /// <summary>Finds one, however old; null when there is none.</summary>
    Task<Incident?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Finds a document of an incident with its text and analysis; null when it is not kept any more.</summary>
    Task<KeptDocument?> FindDocumentAsync(IncidentDocument document, CancellationToken cancellationToken);

    /// <summary>Carries out an act; it is on disk when the task completes.</summary>
    Task<ActAnswer> ActAsync(string id, ActRequest act, CancellationToken cancellationToken);
}
