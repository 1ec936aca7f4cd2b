using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;
using static OpinionWatch.Alerts.Tests.Duty.Office;

namespace OpinionWatch.Alerts.Tests.Duty;

public sealed class QuietHoursTests
{
    private static readonly HashSet<Level> Low = [Level.General, Level.Watch];

    [TestCase("2026-11-24 21:59", null)]
    [TestCase("2026-11-24 22:00", "2026-11-25 07:30")]
    [TestCase("2026-11-25 03:00", "2026-11-25 07:30")]
    [TestCase("2026-11-25 07:30", null)]
    [TestCase("2026-11-30 23:00", "2026-12-01 07:30")]
    [TestCase("2028-02-28 23:00", "2028-02-29 07:30")]
    public void A_message_of_the_night_waits_until_morning(string at, string? until) =>
        Assert.That(Until(Level.General, at, Rule("22:00", "07:30")), Is.EqualTo(until is null ? (DateTimeOffset?)null : At(until)));

    [Test]
    public void Critical_and_major_never_wait_whatever_the_rules_say([Values(Level.Critical, Level.Major, Level.None)] Level level)
    {
        var rule = Rule("00:00", "00:00") with { Levels = Enum.GetValues<Level>().ToHashSet() };

        Assert.That(Until(level, "2026-11-24 03:00", rule), Is.Null);
    }

    [Test]
    public void A_rule_of_certain_people_leaves_others_alone()
    {
        var rule = Rule("22:00", "07:30") with { Contacts = new HashSet<string> { "b" } };

        Assert.That(Until(Level.General, "2026-11-24 23:00", rule), Is.Null);
    }

    [Test]
    public void A_night_before_days_off_waits_for_the_first_workday_and_nothing_longer_than_three_days()
    {
        var rules = new[] { Rule("22:00", "08:00"), new QuietRule(Span(DaysOff, "00:00", "00:00"), Low, new HashSet<string>()) };

        Assert.That(Until(Level.General, "2026-11-27 23:00", rules), Is.EqualTo(At("2026-11-30 08:00")), "over a weekend");
        Assert.That(Until(Level.General, "2026-09-30 23:00", rules), Is.EqualTo(At("2026-10-03 23:00")), "a holiday of seven days");
    }

    private static QuietRule Rule(string from, string to) => new(Span(DutyDays.Daily, from, to), Low, new HashSet<string>());

    private static DateTimeOffset? Until(Level level, string at, params QuietRule[] rules)
    {
        var book = Book();
        return QuietHours.HeldUntil(book with { Duty = book.Duty with { Quiet = rules } }, "a", level, At(at));
    }
}
