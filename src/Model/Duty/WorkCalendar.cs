namespace OpinionWatch.Model.Duty;

/// <summary>Which days are worked: Monday to Friday, but for holidays (放假) and make-up workdays (调休补班) as the State Council sets them for each year.</summary>
public sealed record WorkCalendar
{
    /// <summary>Years whose arrangement is known; in others Monday to Friday are taken for workdays.</summary>
    public IReadOnlySet<int> Years { get; init; } = new HashSet<int>();

    /// <summary>Days off by their names, weekends within a holiday included.</summary>
    public IReadOnlyDictionary<DateOnly, string> Holidays { get; init; } = new Dictionary<DateOnly, string>();

    /// <summary>Days of a weekend that are worked.</summary>
    public IReadOnlySet<DateOnly> MakeUpDays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Says whether a day is worked.</summary>
    public bool IsWorkday(DateOnly day) =>
        MakeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.ContainsKey(day));
}
