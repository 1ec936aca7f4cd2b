using OpinionWatch.Crawling.Extraction.Epapers;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Says which lists a configuration wants visited on a day: the start addresses, and of a digital newspaper today's and those of days that were missed. Pure.</summary>
internal static class WantedLists
{
    /// <summary>How far back a missed day of a newspaper is made up for.</summary>
    public const int DaysBack = 6;

    /// <param name="sources">The sites of the configuration.</param>
    /// <param name="known">The start addresses the frontier holds, by source.</param>
    /// <param name="canonical">Gives an address its one name.</param>
    /// <param name="today">The day in the zone of the pages.</param>
    public static IReadOnlyDictionary<string, WantedList> Of(
        IEnumerable<Source> sources, Func<string, IReadOnlyList<FrontierEntry>> known, Func<Uri, string> canonical, DateOnly today)
    {
        var wanted = new Dictionary<string, WantedList>();
        foreach (var source in sources)
        {
            var shape = $"{source.Kind}/{source.ListPages}{(source.Json is { } json ? "/" + json : "")}";
            foreach (var start in source.Start)
            {
                if (!EpaperAddress.IsDated(start))
                {
                    var key = EntryKey.List(source.Id, canonical(start));
                    wanted.TryAdd(key, new WantedList(key, start, source, shape));
                    continue;
                }

                foreach (var day in Days(start, known(source.Id), today))
                {
                    var key = EntryKey.Day(source.Id, start.OriginalString, day);
                    wanted.TryAdd(key, new WantedList(key, EpaperAddress.Of(start, day), source, shape));
                }
            }
        }

        return wanted;
    }

    /// <summary>Today; days back whose paper was never read; and days the service did not run on since the last one it knows.</summary>
    private static IEnumerable<DateOnly> Days(Uri start, IReadOnlyList<FrontierEntry> known, DateOnly today)
    {
        var days = known.Where(entry => EntryKey.IsDay(entry.Key)).Select(entry => (EntryKey.DayOf(entry.Key), entry.VisitedAt is not null))
            .Where(day => day.Item1.Address == start.OriginalString && day.Item1.Day < today)
            .ToDictionary(day => day.Item1.Day, day => day.Item2);
        var first = days.Count > 0 ? days.Keys.Min() : today;
        first = first < today.AddDays(-DaysBack) ? today.AddDays(-DaysBack) : first;
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            if (!days.GetValueOrDefault(day))
            {
                yield return day;
            }
        }
    }
}
