namespace OpinionWatch.Model.Duty;

/// <summary>Hours of certain days. Hours that go over midnight belong to the day they begin on.</summary>
/// <param name="Days">The days.</param>
/// <param name="From">When they begin.</param>
/// <param name="Length">How long they last; more than nothing, at most 24 hours of the wall clock.</param>
public sealed record DailySpan(DutyDays Days, TimeOnly From, TimeSpan Length)
{
    /// <summary>Gives the day on which the hours began that hold a wall time; null when none do.</summary>
    public DateOnly? DayHolding(DateTime local, WorkCalendar calendar)
    {
        var today = DateOnly.FromDateTime(local);
        return Holds(today, local, calendar) ? today
            : today > DateOnly.MinValue && Holds(today.AddDays(-1), local, calendar) ? today.AddDays(-1)
            : null;
    }

    /// <summary>Gives the wall time at which the hours that began on a day end.</summary>
    public DateTime EndOf(DateOnly day) => day.ToDateTime(From) + Length;

    private bool Holds(DateOnly day, DateTime local, WorkCalendar calendar) =>
        day.ToDateTime(From) <= local && local < EndOf(day) && Days.Include(day, calendar);
}
