using OpinionWatch.Console.Api;
using OpinionWatch.Console.Pages;
using OpinionWatch.Console.Today;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>What the list of incidents shows.</summary>
/// <param name="Cards">One page, newest first.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="LevelNames">The levels there are.</param>
public sealed record IncidentListModel(IReadOnlyList<IncidentCard> Cards, string? Next, IncidentFilter Filter, IReadOnlyList<LevelCount> LevelNames)
{
    /// <summary>Gives the page.</summary>
    public static IncidentListModel Of(IReadOnlyList<Incident> newestFirst, IncidentFilter filter, string? cursor, EscalationPolicy policy, PageContext context)
    {
        // A cursor that is none begins anew: it was typed, or cut off on its way.
        var after = cursor is not null && IncidentList.Position.TryParse(cursor, out var position) ? position : null;
        var (items, next) = IncidentList.PageOf([.. newestFirst.Where(incident => filter.Lets(incident, context.Now))], filter.State, filter.Level, since: null, after);
        return new IncidentListModel(
            [.. items.Select(incident => IncidentCard.Of(incident, policy, context))],
            next is null ? null : $"/incidents?{filter.ToQuery()}cursor={Uri.EscapeDataString(next)}",
            filter,
            [.. new[] { Level.Critical, Level.Major, Level.General, Level.Watch }.Select(level => new LevelCount(level, policy.NameOf(level), newestFirst.Count(incident => incident.IsLive && incident.Level == level)))]);
    }
}
