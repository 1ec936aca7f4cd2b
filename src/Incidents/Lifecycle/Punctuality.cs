using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>The table of how punctually each section kept the limits (时限遵守情况表).</summary>
public static class Punctuality
{
    /// <summary>Counts the clocks due in a period. Dismissed incidents owe nothing and are left out.</summary>
    /// <param name="incidents">All that may have a clock due in it.</param>
    /// <param name="from">Start of the period.</param>
    /// <param name="to">Its end, exclusive.</param>
    /// <param name="now">The present, which tells passed from running.</param>
    /// <returns>By section, then clock; incidents nobody was assigned come last.</returns>
    public static IReadOnlyList<PunctualityRow> Of(IEnumerable<Incident> incidents, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
    [
        .. incidents
            .Where(incident => incident.State != IncidentState.Dismissed)
            .SelectMany(incident => incident.Clocks.Select(clock => (Section: incident.Assignment?.Section, Clock: clock)))
            .Where(item => item.Clock.DueAt >= from && item.Clock.DueAt < to)
            .GroupBy(item => (item.Section, item.Clock.Name))
            .OrderBy(group => group.Key.Section is null)
            .ThenBy(group => group.Key.Section, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => Row(group.Key.Section, group.Key.Name, [.. group.Select(item => item.Clock)], now)),
    ];

    private static PunctualityRow Row(string? section, string name, IReadOnlyList<Clock> clocks, DateTimeOffset now)
    {
        var lateness = clocks.Where(clock => clock.MetAt > clock.DueAt).Select(clock => clock.MetAt!.Value - clock.DueAt).Order().ToArray();
        return new PunctualityRow(
            section,
            name,
            clocks.Count(clock => clock.MetAt <= clock.DueAt),
            lateness.Length,
            clocks.Count(clock => clock.MetAt is null && clock.DueAt <= now),
            clocks.Count(clock => clock.MetAt is null && clock.DueAt > now),
            lateness.Length == 0 ? null : lateness[(lateness.Length - 1) / 2],
            lateness.Length == 0 ? null : lateness[^1]);
    }
}
