using OpinionWatch.Alerts.Links;
using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>What was decided and what follows from it, ready to be written.</summary>
/// <param name="Decided">What was decided.</param>
/// <param name="Changes">The same and the steps taken because of it.</param>
/// <param name="Alerts">The messages.</param>
/// <param name="Composed">What is due for each incident concerned.</param>
internal sealed record Decision(
    IReadOnlyList<IncidentChange> Decided, IReadOnlyList<IncidentChange> Changes, IReadOnlyList<Alert> Alerts, IReadOnlyList<(Incident Incident, Composed Composed)> Composed)
{
    /// <summary>Says what follows from what was decided: steps, messages. Changes nothing.</summary>
    /// <param name="decided">The changes.</param>
    /// <param name="about">An incident that is looked at even without a change, and may be in the store alone; null when there is none.</param>
    /// <param name="book">The incidents as they are.</param>
    /// <param name="configuration">What is in force.</param>
    /// <param name="tokens">Makes the links that acknowledge.</param>
    /// <param name="due">Gives the incidents' own time.</param>
    /// <param name="now">The present by the machine's clock.</param>
    public static Decision Of(
        IReadOnlyList<IncidentChange> decided, Incident? about, IncidentBook book, WatchConfiguration configuration, AcknowledgeTokens tokens, DueTimes due, DateTimeOffset now)
    {
        decided = [.. decided.Select(change => OnOwnTime(change, about, book, due, now))];
        var changes = decided.ToList();
        var alerts = new List<Alert>();
        var composed = new List<(Incident Incident, Composed Composed)>();
        foreach (var after in FoldEach(decided, about, book))
        {
            var ofOne = AlertComposer.Compose(after, configuration, tokens, due.OwnOf(after, now), now);
            changes.AddRange(ofOne.Taken);
            alerts.AddRange(ofOne.Alerts);
            composed.Add((after, ofOne));
        }

        return new Decision(decided, changes, alerts, composed);
    }

    /// <summary>Notes how far the incident's time is ahead of the clock's; what opens one, and nearly everything else, needs no note.</summary>
    private static IncidentChange OnOwnTime(IncidentChange change, Incident? about, IncidentBook book, DueTimes due, DateTimeOffset now)
    {
        var incident = book.Find(change.IncidentId) ?? (about?.Id == change.IncidentId ? about : null);
        return incident is { IsLive: true } && due.OwnOf(incident, now) - now is var lead && lead > TimeSpan.Zero ? change with { Lead = lead } : change;
    }

    private static IEnumerable<Incident> FoldEach(IReadOnlyList<IncidentChange> decided, Incident? about, IncidentBook book)
    {
        var ids = decided.Select(change => change.IncidentId).Concat(about is null ? [] : [about.Id]).Distinct();
        foreach (var id in ids)
        {
            var before = book.Find(id) ?? (about?.Id == id ? about : null);
            yield return decided.Where(change => change.IncidentId == id).Aggregate(before, IncidentFold.Apply)!;
        }
    }
}
