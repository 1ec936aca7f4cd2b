namespace OpinionWatch.Model.Duty;

/// <summary>Which days: certain days of the week, workdays, or days off, or several of these.</summary>
/// <param name="Week">Days of the week, whatever the calendar makes of them.</param>
/// <param name="Workdays">Workdays (工作日), make-up workdays among them.</param>
/// <param name="DaysOff">Days that are none (休息日).</param>
public sealed record DutyDays(IReadOnlySet<DayOfWeek> Week, bool Workdays, bool DaysOff)
{
    /// <summary>Every day.</summary>
    public static DutyDays Daily { get; } = new(new HashSet<DayOfWeek>(), Workdays: true, DaysOff: true);

    /// <summary>The calendar matters for these days.</summary>
    public bool NeedCalendar => Workdays != DaysOff;

    /// <summary>Says whether a day is one of them.</summary>
    public bool Include(DateOnly day, WorkCalendar calendar) =>
        Week.Contains(day.DayOfWeek) || (calendar.IsWorkday(day) ? Workdays : DaysOff);
}
