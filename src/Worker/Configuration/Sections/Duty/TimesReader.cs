using System.Globalization;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model.Duty;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections.Duty;

/// <summary>Reads days, times of day and periods, meant in the configured zone.</summary>
internal sealed class TimesReader(TimeZoneInfo zone)
{
    private const string MidnightAtEnd = "24:00";

    /// <summary>Keys of a beginning and an end.</summary>
    public static readonly string[] Ends = ["from", "to"];

    private static readonly string[] Minutes = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"];
    private static readonly (string Word, DayOfWeek Day)[] Week =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday), ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    private static readonly string[] DayWords = [.. Week.Select(pair => pair.Word), "workdays", "daysOff", "daily"];

    /// <summary>Reads a day; null when absent or faulty.</summary>
    public static DateOnly? Day(MapReader map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        if (ParseDay(text) is { } day)
        {
            return day;
        }

        map.Error(key, $"'{map.Written(key)}' is no day; write it as 2026-11-23");
        return null;
    }

    /// <summary>Reads a time of day; null when absent or faulty.</summary>
    public static TimeOnly? TimeOfDay(MapReader map, string key)
    {
        if (map.Text(key) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        map.Error(key, $"'{map.Written(key)}' is no time of day; write it in quotes, as \"08:30\", from \"00:00\" to \"23:59\"");
        return null;
    }

    /// <summary>Reads <c>days</c>, <c>from</c> and <c>to</c>; null when faulty. Hours that end when they begin last all day.</summary>
    /// <param name="map">Where they stand.</param>
    /// <param name="standard">The days when none are given; null: they must be.</param>
    public static DailySpan? Hours(MapReader map, DutyDays? standard)
    {
        var days = map.Find("days") is { } node ? DaysOf(node, map) : standard;
        if (days is null && !map.Has("days"))
        {
            map.Error("days", $"is missing; allowed: {string.Join(", ", DayWords)}");
        }

        foreach (var key in Ends.Where(key => !map.Has(key)))
        {
            map.Error(key, "is missing: a time of day in quotes, as \"08:30\"");
        }

        var from = TimeOfDay(map, "from");
        var to = map.Find("to") is YamlScalar { Raw: MidnightAtEnd } ? TimeOnly.MinValue : TimeOfDay(map, "to");
        if (days is null || from is not { } begin || to is not { } end)
        {
            return null;
        }

        return new DailySpan(days, begin, begin == end ? TimeSpan.FromDays(1) : end - begin);
    }

    /// <summary>Reads <c>from</c> and <c>to</c> of a period: days, the last of them included, or minutes; null when faulty.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Period(MapReader map)
    {
        if (Instant(map, "from", isEnd: false) is not { } from || Instant(map, "to", isEnd: true) is not { } to)
        {
            return null;
        }

        if (to > from)
        {
            return (from, to);
        }

        map.Error("to", "the period ends before it begins");
        return null;
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2199 ? day : null;

    private DateTimeOffset? Instant(MapReader map, string key, bool isEnd)
    {
        if (map.Required(key, "a day or a minute, as 2026-12-01 or \"2026-12-01 17:30\"") is not { } text)
        {
            return null;
        }

        if (ParseDay(text) is { } day)
        {
            return WallClock.InstantOf((isEnd ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue), zone);
        }

        if (DateTime.TryParseExact(text, Minutes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute) && minute.Year is >= 2000 and <= 2199)
        {
            return WallClock.InstantOf(minute, zone);
        }

        map.Error(key, $"'{map.Written(key)}' is no day or minute; write 2026-12-01 or \"2026-12-01 17:30\"");
        return null;
    }

    private static DutyDays? DaysOf(YamlNode node, MapReader map)
    {
        var week = new HashSet<DayOfWeek>();
        var (workdays, daysOff) = (false, false);
        IReadOnlyList<YamlNode> items = node is YamlList list ? list.Items : [node];
        foreach (var item in items)
        {
            var word = map.Reading.TextOf(item, "days") ?? "";
            if (!DayWords.Contains(word))
            {
                map.Reading.Faults.Error(item.Place, $"days: '{Shown.Of(word)}' is not known{Suggestion.For(word, DayWords)}; allowed: {string.Join(", ", DayWords)}");
                return null;
            }

            workdays |= word is "workdays" or "daily";
            daysOff |= word is "daysOff" or "daily";
            week.UnionWith(Week.Where(pair => pair.Word == word).Select(pair => pair.Day));
        }

        if (items.Count > 0)
        {
            return new DutyDays(week, workdays, daysOff);
        }

        map.Error("days", $"is empty; allowed: {string.Join(", ", DayWords)}");
        return null;
    }
}
