using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Revisits;

/// <summary>Decides how often what matched is looked at again. Pure.</summary>
internal static class WatchPolicy
{
    /// <summary>Threads of one source that are watched at a time; of more, the ones due last are let go.</summary>
    public const int MostOfSource = 200;

    /// <summary>Least time between two such looks at one host: lists and new items are what it is for.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(30);

    /// <summary>Time until a page is looked at again that was not there, before that is recorded.</summary>
    public static readonly TimeSpan Confirm = TimeSpan.FromMinutes(5);

    /// <summary>Time until a page that was just begun is looked at.</summary>
    public static readonly TimeSpan GoOn = TimeSpan.FromSeconds(30);

    /// <summary>How long after its last change a page that was just begun is looked at as soon as that; one that never comes is looked at like any other.</summary>
    public static readonly TimeSpan GoOnFor = TimeSpan.FromMinutes(5);

    /// <summary>Readings in a row without a document before it counts as removed: one may be the site's trouble.</summary>
    public const int MissingFrom = 2;

    /// <summary>Looks in a row with edits and nothing else that still count as changes.</summary>
    public const int MostEdits = 20;

    /// <summary>Pages of a thread that are followed.</summary>
    public const int MostPages = 1000;

    /// <summary>Failures of the pages beside it after which a document counts as removed without them.</summary>
    public const int MostLooksAround = 3;

    /// <summary>Failures in a row after which a page is asked for ever less often, and a last page that never came is taken back.</summary>
    public const int MostFailures = 12;

    /// <summary>Failures in a row after which a watch is given up whatever the clock says.</summary>
    public const int MostTries = 48;

    /// <summary>How long a page fails before its watch is given up: an outage over a weekend ends none.</summary>
    public static readonly TimeSpan LongestFailing = TimeSpan.FromDays(3);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(6);

    /// <summary>The longest interval.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Time until a page is asked for again that failed for the <paramref name="failures"/>th time in a row: like an item, then up to six hours.</summary>
    public static TimeSpan Retry(int failures)
    {
        if (failures <= MostFailures)
        {
            return RevisitPolicy.ItemRetry(failures);
        }

        var grown = RevisitPolicy.ItemRetry(failures) * Math.Pow(2, Math.Min(failures - MostFailures, 10));
        return grown < LongestRetry ? grown : LongestRetry;
    }

    /// <summary>Says whether a watch is given up that failed <paramref name="failures"/> times in a row.</summary>
    public static bool IsGivenUp(FrontierEntry entry, int failures, DateTimeOffset now) =>
        failures >= MostTries || (failures >= MostFailures && now - (entry.FailingSince ?? now) >= LongestFailing);

    /// <summary>Time until the next look at a thread that last changed so long ago; null when it is let go.</summary>
    /// <param name="quiet">Time since the last change.</param>
    /// <param name="every">The source's own interval: a reply is not looked for more often than new posts.</param>
    public static TimeSpan? Interval(TimeSpan quiet, TimeSpan every)
    {
        TimeSpan? interval = quiet.TotalHours switch
        {
            < 2 => TimeSpan.FromMinutes(10),
            < 24 => TimeSpan.FromMinutes(30),
            < 72 => TimeSpan.FromHours(2),
            < 7 * 24 => TimeSpan.FromHours(6),
            < 14 * 24 => Longest,
            _ => null,
        };
        return interval is { } found && found < every && every <= Longest ? every : interval;
    }
}
