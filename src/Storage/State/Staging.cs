using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.State;

/// <summary>Works out what a group of entries makes of the state before the group is written, so that nothing is written that cannot be read back.</summary>
/// <param name="findIncident">The incident before the group; null when there is none.</param>
/// <param name="findDelivery">The delivery before the group; null when there is none.</param>
internal sealed class Staging(Func<string, Incident?> findIncident, Func<string, Delivery?> findDelivery)
{
    /// <summary>What the entries added so far come to.</summary>
    public Changes Changes { get; } = new();

    /// <summary>Outcomes of deliveries nobody knows, among the entries added so far.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="InvalidOperationException">It changes an incident that was never opened; nothing was added.</exception>
    public void Add(JournalEntry entry, long sequence)
    {
        var changes = new Changes();
        switch (entry)
        {
            case JournalEntry.All all:
                AddKept(changes, all.Kept, sequence);
                break;
            case JournalEntry.Deliveries deliveries:
                AddOutcomes(changes, deliveries.Changes);
                break;
            case JournalEntry.Act act:
                changes.Acts[act.Done.Act] = act.Done;
                break;
            case JournalEntry.Page page:
                changes.Files[page.Extent.File] = page.Extent.End;
                break;
            default:
                break;
        }

        Changes.Add(changes);
    }

    private void AddKept(Changes changes, Kept kept, long sequence)
    {
        foreach (var change in kept.Changes)
        {
            var before = changes.Incidents.GetValueOrDefault(change.IncidentId);
            var after = IncidentFold.Apply(before?.Incident ?? FindIncident(change.IncidentId), change);
            var whole = change is IncidentChange.Opened or IncidentChange.Absorbed or IncidentChange.Parted;
            changes.Incidents[change.IncidentId] = new StoredIncident(after, whole || before is { Whole: true });
        }

        foreach (var alert in kept.Alerts)
        {
            if (changes.Deliveries.GetValueOrDefault(alert.Id) is null && (IsFresh(alert.Id) || FindDelivery(alert.Id) is null))
            {
                changes.Deliveries[alert.Id] = Delivery.Of(alert);
            }
        }

        if (kept.Document is { } document)
        {
            changes.Documents[sequence] = new StoredDocument(sequence, kept.At, document);
        }
    }

    /// <summary>A name drawn at random cannot be there already; only derived ones (a digest's, another channel's) are looked up, so that the journal does not wait for the view.</summary>
    private static bool IsFresh(string alertId) => Guid.TryParseExact(alertId, "N", out _);

    private void AddOutcomes(Changes changes, IReadOnlyList<DeliveryChange> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var before = changes.Deliveries.GetValueOrDefault(outcome.AlertId) ?? FindDelivery(outcome.AlertId);
            if (before is null)
            {
                UnknownCount++;
                continue;
            }

            changes.Deliveries[outcome.AlertId] = before.Apply(outcome);
        }
    }

    private Incident? FindIncident(string id) => Changes.Incidents.TryGetValue(id, out var staged) ? staged.Incident : findIncident(id);

    private Delivery? FindDelivery(string id) => Changes.Deliveries.GetValueOrDefault(id) ?? findDelivery(id);
}
