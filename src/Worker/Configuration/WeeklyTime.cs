namespace OpinionWatch.Worker.Configuration;

/// <summary>An instant of every week, by the bureau's clock.</summary>
/// <param name="Day">The day.</param>
/// <param name="At">The time of day.</param>
public sealed record WeeklyTime(DayOfWeek Day, TimeOnly At)
{
    private static readonly (string Word, DayOfWeek Day)[] Days =
    [
        ("一", DayOfWeek.Monday), ("二", DayOfWeek.Tuesday), ("三", DayOfWeek.Wednesday), ("四", DayOfWeek.Thursday), ("五", DayOfWeek.Friday), ("六", DayOfWeek.Saturday),
        ("日", DayOfWeek.Sunday), ("天", DayOfWeek.Sunday),
    ];

    /// <summary>Reads <c>周三 10:00</c>, <c>星期三 10:00</c> or <c>Wed 10:00</c>; null when it is none.</summary>
    public static WeeklyTime? Parse(string text)
    {
        var words = text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        return words is [var day, var time] && DayOf(day) is { } found && TimeOnly.TryParseExact(time, "HH:mm", out var at) ? new WeeklyTime(found, at) : null;
    }

    /// <summary>Gives the latest instant at or before <paramref name="now"/>.</summary>
    public DateTimeOffset LastInstant(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var date = today.AddDays(-(((int)today.DayOfWeek - (int)Day + 7) % 7));
        var instant = InstantOf(date, zone);
        return instant <= now ? instant : InstantOf(date.AddDays(-7), zone);
    }

    private DateTimeOffset InstantOf(DateTime date, TimeZoneInfo zone)
    {
        var local = date + At.ToTimeSpan();
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DayOfWeek? DayOf(string word)
    {
        foreach (var (name, day) in Days)
        {
            if (word == "周" + name || word == "星期" + name || (name != "天" && word.Length >= 3 && day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return day;
            }
        }

        return null;
    }
}
