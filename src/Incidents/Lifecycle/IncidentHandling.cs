using System.Collections.Immutable;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>Judging a matter and handing it to a section (研判、交办、处置), in the order the notice gives.</summary>
public static class IncidentHandling
{
    private const int MostPeople = 50;

    /// <summary>研判: one of the six kinds of opinion, with the conclusion. May be judged anew later.</summary>
    public static ActOutcome Assess(Incident incident, OpinionKind kind, string conclusion, string by, DateTimeOffset now)
    {
        if (!Enum.IsDefined(kind) || string.IsNullOrWhiteSpace(conclusion))
        {
            return new ActOutcome.Invalid(Enum.IsDefined(kind) ? "研判须写明结论。" : "研判类别须为建设性意见、实际困难、重大问题、不了解情况、错误看法或虚假不实。");
        }

        return IncidentLifecycle.Obstacle(incident, IncidentAct.Assess, by)
            ?? IncidentLifecycle.Done(new IncidentChange.Assessed(new Assessment(kind, conclusion.Trim(), by.Trim(), now)) { IncidentId = incident.Id, At = now, By = by.Trim() });
    }

    /// <summary>交办: the section in charge and its task force (专班). May be handed on later.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="section">The section.</param>
    /// <param name="lead">Its person in charge; null when not named.</param>
    /// <param name="people">The other members; empty names are left out.</param>
    /// <param name="by">Who assigns it.</param>
    /// <param name="now">The present.</param>
    public static ActOutcome Assign(Incident incident, string section, string? lead, IReadOnlyCollection<string> people, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(section) || people.Count > MostPeople)
        {
            return new ActOutcome.Invalid(people.Count > MostPeople ? $"专班人员最多 {MostPeople} 人。" : "须写明责任科室。");
        }

        ImmutableList<string> members = [.. people.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct()];
        return IncidentLifecycle.Obstacle(incident, IncidentAct.Assign, by)
            ?? IncidentLifecycle.Done(new IncidentChange.Assigned(new Assignment(section.Trim(), IncidentLifecycle.Clean(lead), members, by.Trim(), now))
            {
                IncidentId = incident.Id,
                At = now,
                By = by.Trim(),
            });
    }

    /// <summary>处置: the section begins to act.</summary>
    public static ActOutcome Handle(Incident incident, string by, string? note, DateTimeOffset now) =>
        IncidentLifecycle.Obstacle(incident, IncidentAct.Handle, by)
            ?? IncidentLifecycle.Done(new IncidentChange.HandlingBegun { IncidentId = incident.Id, At = now, By = by.Trim(), Why = IncidentLifecycle.Clean(note) });
}
