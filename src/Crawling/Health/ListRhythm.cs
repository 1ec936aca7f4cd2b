namespace OpinionWatch.Crawling.Health;

/// <summary>How many new items a list usually shows at which hour, learned hour by hour, weekends apart. Immutable; kept with the list.</summary>
public sealed record ListRhythm
{
    private const int HoursOfDay = 24;
    private const double Weight = 0.3;
    private const double Unlearned = -1;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Usual items an hour: 24 of workdays, then 24 of weekends; −1 where none was learned yet.</summary>
    public IReadOnlyList<double> PerHour { get; init; } = [.. Enumerable.Repeat(Unlearned, 2 * HoursOfDay)];

    /// <summary>The hour that is being counted.</summary>
    public DateTimeOffset CountedHour { get; init; }

    /// <summary>New items of that hour so far.</summary>
    public int Count { get; init; }

    /// <summary>Hours learned.</summary>
    public int Hours { get; init; }

    /// <summary>When the last new item was met, or the list first read.</summary>
    public DateTimeOffset LastNewAt { get; init; }

    /// <summary>Takes in a visit.</summary>
    /// <param name="at">When, in the zone of the pages.</param>
    /// <param name="newItems">New items it showed; those of the first visit are an archive, and to be given as none.</param>
    public ListRhythm With(DateTimeOffset at, int newItems)
    {
        var hour = HourOf(at);
        var begun = CountedHour == default ? this with { CountedHour = hour, LastNewAt = at } : CountedHour == hour ? this : Learned(hour);
        return newItems == 0 ? begun : begun with { Count = begun.Count + newItems, LastNewAt = at };
    }

    /// <summary>Gives how many new items were to be expected since the last one. Hours not learned yet, and those without a visit, promise nothing.</summary>
    /// <param name="now">This instant, in the zone of the pages.</param>
    public double ExpectedSinceLast(DateTimeOffset now)
    {
        var expected = 0.0;
        var from = LastNewAt > now.AddDays(-7) ? LastNewAt : now.AddDays(-7);
        for (var at = from.ToOffset(now.Offset); at < now;)
        {
            var end = HourOf(at) + Hour;
            end = end < now ? end : now;
            expected += Math.Max(0, PerHour[SlotOf(at)]) * (end - at).TotalHours;
            at = end;
        }

        return expected;
    }

    /// <summary>Gives how many new items the hour usually brings; null when it was not learned yet.</summary>
    public double? Usual(DateTimeOffset at) => PerHour[SlotOf(at)] is >= 0 and var usual ? usual : null;

    /// <summary>The hour that ended is learned; hours in between had no visit and teach nothing.</summary>
    private ListRhythm Learned(DateTimeOffset hour)
    {
        var slot = SlotOf(CountedHour.ToOffset(hour.Offset));
        var known = PerHour[slot];
        var rates = PerHour.ToArray();
        rates[slot] = known < 0 ? Count : Math.Round(known + ((Count - known) * Weight), 3);
        return this with { PerHour = rates, Hours = Hours + 1, CountedHour = hour, Count = 0 };
    }

    private static int SlotOf(DateTimeOffset at) => at.Hour + (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? HoursOfDay : 0);

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, 0, 0, at.Offset);
}
