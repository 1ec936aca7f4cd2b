using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>What a list of incidents is narrowed to.</summary>
/// <param name="Level">Only this level; null = all.</param>
/// <param name="State">Only this state; null = all.</param>
/// <param name="Untaken">Only live ones nobody has taken over.</param>
/// <param name="Late">Only live ones with a clock that is late.</param>
public sealed record IncidentFilter(Level? Level, IncidentState? State, bool Untaken, bool Late)
{
    /// <summary>Says whether an incident passes what the API's list does not know.</summary>
    public bool Lets(Incident incident, DateTimeOffset now) =>
        (!Untaken || incident is { IsLive: true, AcknowledgedAt: null })
        && (!Late || (incident.IsLive && incident.Clocks.Exists(clock => clock.MetAt is null && clock.DueAt <= now)));

    /// <summary>Gives it as the beginning of a query.</summary>
    public string ToQuery() =>
        (Level is { } level ? $"level={level.ToString().ToLowerInvariant()}&" : "")
        + (State is { } state ? $"state={state.ToString().ToLowerInvariant()}&" : "")
        + (Untaken ? "taken=no&" : "")
        + (Late ? "late=yes&" : "");
}
