using System.Net;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Revisits;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Decides when a page is asked for again, and when it is given up. Pure.</summary>
internal static class RevisitPolicy
{
    /// <summary>Attempts at an item after which what its list says of it has to do, for now or for good.</summary>
    public const int MostAttempts = 5;

    /// <summary>Attempts at an item after which it is given up whatever the clock says.</summary>
    public const int MostTries = 48;

    /// <summary>How long an item or a further page of a list is tried at least: an outage, the site's or our own, says nothing about a page.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromHours(12);

    /// <summary>Times an item is put off because the site asks for less; from then on that counts as a failure.</summary>
    public const int MostPutOff = 12;

    /// <summary>Attempts at an item that came but could not be read; failures of another kind do not count.</summary>
    public const int MostUnreadable = 2;

    /// <summary>How long a newspaper may not come out before its source counts as blind.</summary>
    public static readonly TimeSpan LongestWithoutPaper = TimeSpan.FromDays(3);

    private static readonly TimeSpan LongestPartInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeastPaperInterval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForbiddenList = TimeSpan.FromHours(1);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstKeepRetry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstBrokenRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestKeepRetry = TimeSpan.FromMinutes(1);

    /// <summary>Time from one visit of a list to the next. A part of a sitemap index waits for its parent to say that it changed, or longer the longer it shows nothing new.</summary>
    public static TimeSpan ListInterval(FrontierEntry entry, Source source)
    {
        if (!EntryKey.IsPart(entry.Key))
        {
            return source.Every;
        }

        var longest = source.Every > LongestPartInterval ? source.Every : LongestPartInterval;
        return FurtherLists.IsTold(entry) ? longest : Grown(source.Every, entry.Quiet + 1, longest);
    }

    /// <summary>Time until a newspaper is looked for again that is not out yet.</summary>
    public static TimeSpan PaperInterval(TimeSpan every) => every > LeastPaperInterval ? every : LeastPaperInterval;

    /// <summary>Time until a list is asked for again after a visit that failed for the <paramref name="failures"/>th time in a row.</summary>
    public static TimeSpan ListRetry(FetchOutcome outcome, TimeSpan every, int failures) => outcome switch
    {
        FetchOutcome.Throttled { After: { } after } => Obeyed(after) > every ? Obeyed(after) : every,
        FetchOutcome.Disallowed => every > ForbiddenList ? every : ForbiddenList,
        FetchOutcome.Refused => Grown(every, failures, every > LongestRetry ? every : LongestRetry),
        _ => every,
    };

    /// <summary>Time until a part of a sitemap index is asked for again; after some failures rarely, since indexes go on naming what is gone.</summary>
    /// <param name="outcome">What came of it; null when it came and could not be read.</param>
    /// <param name="every">The interval of its source.</param>
    /// <param name="failures">Failures in a row.</param>
    public static TimeSpan PartRetry(FetchOutcome? outcome, TimeSpan every, int failures)
    {
        var longest = outcome is null || IsHopeless(outcome) ? LongestPartInterval : LongestAsked;
        return failures >= MostAttempts && longest > every ? longest : outcome is null ? every : ListRetry(outcome, every, failures);
    }

    /// <summary>When a part is due that its index says has changed: at once, or in an hour where it kept failing.</summary>
    public static DateTimeOffset PartDue(FrontierEntry part, DateTimeOffset now)
    {
        var due = part.Failures >= MostAttempts ? now + LongestAsked : now;
        return part.DueAt < due ? part.DueAt : due;
    }

    /// <summary>A wait that a site asks for, honoured up to an hour: one that asks for thirty years must not be forgotten for thirty years.</summary>
    public static TimeSpan Obeyed(TimeSpan after) => after < LongestAsked ? after : LongestAsked;

    /// <summary>Time until an item is asked for again after <paramref name="failures"/> failed attempts; 30 s, then four times as long each time.</summary>
    public static TimeSpan ItemRetry(int failures)
    {
        var wait = FirstRetry * Math.Pow(4, Math.Clamp(failures - 1, 0, 10));
        return wait < LongestRetry ? wait : LongestRetry;
    }

    /// <summary>Time until an item is fetched again whose findings could not be kept.</summary>
    public static TimeSpan KeepRetry(int failures) => Grown(FirstKeepRetry, failures, LongestKeepRetry);

    /// <summary>Time until a page is visited again whose visit a bug ended.</summary>
    public static TimeSpan BrokenRetry(int breaks) => Grown(FirstBrokenRetry, breaks, LongestRetry);

    /// <summary>Says whether trying an item again is of no use. That its name leads to an internal address is no such thing: a network that wants a login first answers every name with its own.</summary>
    public static bool IsHopeless(FetchOutcome outcome) => outcome
        is FetchOutcome.Disallowed
        or FetchOutcome.Refused { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.UnavailableForLegalReasons }
        or FetchOutcome.Failed { Fault: FetchFault.TooLarge };

    /// <summary>Says whether an item or a further page of a list that failed <paramref name="failures"/> times is given up: it was tried often enough, and for so long that no usual outage explains it.</summary>
    /// <param name="entry">The entry as it was before the last attempt.</param>
    /// <param name="failures">Failures, the last one included.</param>
    /// <param name="now">This instant.</param>
    public static bool IsGivenUp(FrontierEntry entry, int failures, DateTimeOffset now) =>
        failures >= MostTries || (failures >= MostAttempts && now - (entry.FailingSince ?? now) >= TriedFor);

    /// <summary>Time until a further page of a list is asked for again: like an item, since nobody but its list leads to it, and that does once.</summary>
    public static TimeSpan FurtherRetry(FetchOutcome? outcome, int failures) =>
        outcome is FetchOutcome.Throttled { After: { } after } && Obeyed(after) > ItemRetry(failures) ? Obeyed(after) : ItemRetry(failures);

    /// <summary>The longest an entry ever waits, its source asked for every so often; what waits longer does so by a clock that was wrong.</summary>
    public static TimeSpan LongestWait(string key, PageRole role, TimeSpan every)
    {
        var longest = role == PageRole.Watched ? WatchPolicy.Longest : EntryKey.IsPart(key) ? LongestPartInterval : LongestAsked;
        return (role == PageRole.List && every > longest ? every : longest) + Slack;
    }

    private static TimeSpan Grown(TimeSpan first, int failures, TimeSpan longest)
    {
        var grown = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return grown < longest ? grown : longest;
    }
}
