using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Tests.Duty;

/// <summary>An office of five, its calendar of 2026 and its rosters.</summary>
internal static class Office
{
    public static readonly TimeZoneInfo Zone = new DutyPlan().TimeZone;

    public static readonly WorkCalendar Calendar = new()
    {
        Years = new HashSet<int> { 2026 },
        Holidays = Enumerable.Range(1, 7).ToDictionary(day => new DateOnly(2026, 10, day), _ => "国庆节"),
        MakeUpDays = new HashSet<DateOnly> { new(2026, 9, 20), new(2026, 10, 10) },
    };

    public static DutyDays Workdays { get; } = new(new HashSet<DayOfWeek>(), Workdays: true, DaysOff: false);

    public static DutyDays DaysOff { get; } = new(new HashSet<DayOfWeek>(), Workdays: false, DaysOff: true);

    public static ContactBook Book(params DutyRoster[] rosters) => new(
        [.. new[] { "a", "b", "c", "d", "mute" }.Select(id => new Contact { Id = id, Name = id, Email = id == "mute" ? null : $"{id}@bureau.test" })],
        new Dictionary<string, IReadOnlyList<string>> { ["pair"] = ["a", "b"] })
    {
        Duty = new DutyPlan { TimeZone = Zone, Calendar = Calendar, Rosters = rosters.ToDictionary(roster => roster.Id) },
    };

    public static DutyRoster Roster(params DutyShift[] shifts) => new() { Id = "onDuty", Shifts = shifts };

    public static DutyShift Shift(DutyDays days, string from, string to, params string[] people) => new()
    {
        Hours = Span(days, from, to),
        Turns = [people],
    };

    public static DutyShift InTurn(DutyDays days, string from, string to, DateOnly since, bool daily, params string[] turns) =>
        Shift(days, from, to) with { Turns = [.. turns.Select(turn => new[] { turn })], Since = since, ChangesDaily = daily };

    public static DailySpan Span(DutyDays days, string from, string to)
    {
        var (begin, end) = (TimeOnly.ParseExact(from, "HH:mm"), TimeOnly.ParseExact(to, "HH:mm"));
        return new DailySpan(days, begin, begin == end ? TimeSpan.FromDays(1) : end - begin);
    }

    /// <summary>The instant a clock in the office shows a time.</summary>
    public static DateTimeOffset At(string local) => WallClock.InstantOf(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", null), Zone);

    public static bool HasMail(Contact contact) => contact.Email is not null;

    public static string Who(ContactBook book, string local) => string.Join(' ', OnDuty.At(book, book.Duty.Rosters["onDuty"], At(local), HasMail).Select(contact => contact.Id));
}
