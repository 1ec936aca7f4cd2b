using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Decides how long after a visit a list is visited again. Pure.</summary>
/// <remarks>A source with <c>every</c> is visited at that; one without is visited as its own history and the time of day ask for, and never less often than the tightest deadline allows.</remarks>
internal static class VisitInterval
{
    private const double VisitsPerItem = 2;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="entry">The list, its rhythm and how long it was quiet.</param>
    /// <param name="source">Its source.</param>
    /// <param name="deadline">The shortest time within which somebody must be told of what is found; null when there is none.</param>
    /// <param name="now">This instant, in the zone of the pages.</param>
    public static TimeSpan Of(FrontierEntry entry, Source source, TimeSpan? deadline, DateTimeOffset now)
    {
        if (!source.Adaptive || EntryKey.IsPart(entry.Key))
        {
            return RevisitPolicy.ListInterval(entry, source);
        }

        var longest = deadline / 8 is { } share && share < Longest ? share : Longest;
        var usual = entry.Rhythm is { } rhythm && rhythm.Usual(now) is { } perHour
            ? TimeSpan.FromHours(1 / VisitsPerItem / Math.Max(perHour, 0.01))
            : source.Every;

        // Something is going on there: what is new draws more after it.
        var asked = entry is { Quiet: 0, VisitedAt: not null } && usual > source.Every / 2 ? source.Every / 2 : usual;
        return asked < Shortest ? Shortest : asked > longest ? longest > Shortest ? longest : Shortest : asked;
    }
}
