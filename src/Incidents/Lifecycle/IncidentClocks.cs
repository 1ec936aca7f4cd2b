using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>Derives the statutory clocks (时限) of an incident from the policy: stored instants, never timers.</summary>
public static class IncidentClocks
{
    /// <summary>Gives the clocks of an incident just opened.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="openedAt">Detection.</param>
    /// <param name="firstPublishedAt">First publication; null when unknown.</param>
    /// <returns>In the order of the file. With <c>clockFrom: publication</c> one whose instant passed before detection is missed at once.</returns>
    public static IReadOnlyList<Clock> For(Level level, EscalationPolicy policy, DateTimeOffset openedAt, DateTimeOffset? firstPublishedAt) =>
        [.. LimitsOf(level, policy).Select(limit => Fresh(limit, Start(policy, openedAt, firstPublishedAt), openedAt))];

    /// <summary>Gives the clocks an incident has once its level is <paramref name="to"/>.</summary>
    /// <returns>
    /// A clock already met stays as it is. The others get the new level's limit counted from the same start as before; those the new level lacks are dropped;
    /// one whose instant has passed is missed.
    /// </returns>
    public static IReadOnlyList<Clock> After(Incident incident, Level to, EscalationPolicy policy, DateTimeOffset now)
    {
        var met = incident.Clocks.Where(clock => clock.MetAt is not null).ToDictionary(clock => clock.Name);
        var start = Start(policy, incident.OpenedAt, incident.FirstPublishedAt);
        var limits = LimitsOf(to, policy);
        return
        [
            .. limits.Select(limit => met.TryGetValue(limit.Key, out var clock) ? clock : Fresh(limit, start, now)),
            .. incident.Clocks.Where(clock => clock.MetAt is not null && !limits.Any(limit => limit.Key == clock.Name)),
        ];
    }

    /// <summary>Lists the changes that mark clocks of a live incident as missed at <paramref name="now"/>, earliest first; empty when none is.</summary>
    public static IReadOnlyList<IncidentChange> Missed(Incident incident, DateTimeOffset now) => incident.IsLive
        ? [.. incident.Clocks
            .Where(clock => clock.State == ClockState.Running && clock.MetAt is null && clock.DueAt <= now)
            .OrderBy(clock => clock.DueAt)
            .Select(clock => new IncidentChange.ClockMoved(clock with { State = ClockState.Missed }) { IncidentId = incident.Id, At = now })]
        : [];

    /// <summary>Gives the instant clocks are counted from: detection, or first publication when the policy says so and it is known and not later.</summary>
    public static DateTimeOffset Start(EscalationPolicy policy, DateTimeOffset openedAt, DateTimeOffset? firstPublishedAt) =>
        policy.FromPublication && firstPublishedAt < openedAt ? firstPublishedAt.Value : openedAt;

    private static IReadOnlyList<KeyValuePair<string, TimeSpan>> LimitsOf(Level level, EscalationPolicy policy) =>
        policy.Levels.TryGetValue(level, out var rule) ? rule.Clocks : [];

    private static Clock Fresh(KeyValuePair<string, TimeSpan> limit, DateTimeOffset start, DateTimeOffset now)
    {
        var dueAt = start + limit.Value;
        return new Clock(limit.Key, dueAt, null, dueAt <= now ? ClockState.Missed : ClockState.Running);
    }
}
