using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Status;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>Gathers what the page of an incident shows.</summary>
internal sealed class IncidentReader(IIncidentBoard board, IOutbox outbox, IServiceStatus status, ICurrent<EscalationPolicy> policy, ICurrent<ContactBook> contacts)
{
    private const int MostOthers = 100;

    /// <summary>Gathers it; null when there is no such incident.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="documentId">The document whose text is wanted; null or unknown takes the one that gave the level.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IncidentModel?> FindAsync(string id, string? documentId, CancellationToken cancellationToken)
    {
        if (await board.FindAsync(id, cancellationToken) is not { } incident)
        {
            return null;
        }

        var document = incident.Documents.Find(known => known.Id == documentId)
            ?? incident.Documents.Find(known => known.Id == incident.Grounds?.Id)
            ?? incident.Documents.FirstOrDefault();
        return new IncidentModel
        {
            Incident = incident,
            Policy = policy.Value,
            SourceNames = status.ListSources().ToDictionary(source => source.Id, source => source.Name),
            Contacts = contacts.Value,
            Deliveries = await outbox.ListDeliveriesAsync(id, cancellationToken),
            Others = [.. (await board.ListAsync(cancellationToken)).Where(other => other.IsLive && other.Id != id).Take(MostOthers)],
            Shown = document is null ? null : await board.FindDocumentAsync(document, cancellationToken),
        };
    }
}
