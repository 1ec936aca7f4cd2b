using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>Says whether what makes a step needless (<c>unless</c>) has come to pass.</summary>
public static class StepConditions
{
    /// <summary>Gives true when <paramref name="condition"/> holds for the incident as it stands.</summary>
    public static bool Holds(Incident incident, StepCondition condition) => condition switch
    {
        StepCondition.Acknowledged => incident.AcknowledgedAt is not null,
        StepCondition.Reported => incident.Clocks.Find(c => c.Name == Clock.Report) is { } report ? report.MetAt is not null : !incident.Reports.IsEmpty,
        StepCondition.Stated => IsMet(incident, Clock.Statement),
        StepCondition.Briefed => IsMet(incident, Clock.Briefing),
        StepCondition.Replied => IsMet(incident, Clock.Reply),
        _ => false,
    };

    private static bool IsMet(Incident incident, string clock) => incident.Clocks.Exists(c => c.Name == clock && c.MetAt is not null);
}
