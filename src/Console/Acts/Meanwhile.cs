using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>What happened to an incident between the moment somebody looked and the moment they acted. Pure.</summary>
public static class Meanwhile
{
    /// <summary>Says whether an act rests on what is no longer so. What the service does by itself (reprints, reminders, clocks that ran out) is in nobody's way; a raised level is.</summary>
    public static bool IsStale(Incident incident, ActRequest act) => act.Seen is { } seen && List(incident, seen).Count > 0;

    /// <summary>Lists what the person had not seen, oldest first.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="seen">How many audit entries they had before their eyes.</param>
    public static IReadOnlyList<AuditEntry> List(Incident incident, int seen) =>
        [.. incident.Audit.Skip(Math.Max(0, seen)).Where(entry => entry.By != IncidentChange.System || entry.Act is "raised")];
}
