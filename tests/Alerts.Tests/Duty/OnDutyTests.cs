using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model.Duty;
using static OpinionWatch.Alerts.Tests.Duty.Office;

namespace OpinionWatch.Alerts.Tests.Duty;

public sealed class OnDutyTests
{
    [TestCase("2026-11-24 08:29", "")]
    [TestCase("2026-11-24 08:30", "a")]
    [TestCase("2026-11-24 17:29", "a")]
    [TestCase("2026-11-24 17:30", "")]
    public void A_shift_holds_its_first_instant_and_not_its_last(string at, string who) =>
        Assert.That(Who(Book(Roster(Shift(DutyDays.Daily, "08:30", "17:30", "a"))), at), Is.EqualTo(who));

    [TestCase("2026-11-27 23:59", "a", Description = "Friday night")]
    [TestCase("2026-11-28 03:00", "a", Description = "still Friday's")]
    [TestCase("2026-11-28 08:30", "", Description = "Saturday")]
    [TestCase("2026-11-29 03:00", "", Description = "Sunday before dawn")]
    [TestCase("2026-11-30 17:30", "a", Description = "Monday")]
    public void A_night_shift_belongs_to_the_day_it_begins_on(string at, string who) =>
        Assert.That(Who(Book(Roster(Shift(Workdays, "17:30", "08:30", "a"))), at), Is.EqualTo(who));

    [TestCase("2026-10-01 10:00", "b", Description = "Thursday, National Day")]
    [TestCase("2026-10-08 10:00", "a", Description = "first workday after it")]
    [TestCase("2026-10-10 10:00", "a", Description = "make-up Saturday")]
    [TestCase("2026-10-11 10:00", "b", Description = "Sunday")]
    [TestCase("2026-09-20 10:00", "a", Description = "make-up Sunday")]
    [TestCase("2027-10-01 10:00", "a", Description = "a year whose arrangement is not known: a Friday")]
    public void Holidays_and_make_up_workdays_decide_which_shift_it_is(string at, string who) =>
        Assert.That(Who(Book(Roster(Shift(Workdays, "08:30", "17:30", "a"), Shift(DaysOff, "08:30", "17:30", "b"))), at), Is.EqualTo(who));

    [Test]
    public void A_named_day_of_the_week_is_meant_whatever_the_calendar_makes_of_it()
    {
        var saturdays = new DutyDays(new HashSet<DayOfWeek> { DayOfWeek.Saturday }, Workdays: false, DaysOff: false);

        Assert.That(Who(Book(Roster(Shift(saturdays, "00:00", "00:00", "a"))), "2026-10-10 12:00"), Is.EqualTo("a"));
    }

    [TestCase("2026-11-23 00:00", "a", Description = "Monday of the first week")]
    [TestCase("2026-11-29 23:59", "a", Description = "its Sunday")]
    [TestCase("2026-11-30 00:00", "b", Description = "second week, over the month's end")]
    [TestCase("2026-12-07 12:00", "c")]
    [TestCase("2026-12-14 12:00", "a")]
    [TestCase("2026-12-31 23:59", "c", Description = "over the year's end one week stays one week")]
    [TestCase("2027-01-01 00:00", "c")]
    [TestCase("2027-01-04 00:00", "a")]
    [TestCase("2026-11-22 12:00", "c", Description = "before the first week the turns go on backwards")]
    public void Weeks_are_taken_in_turn(string at, string who) =>
        Assert.That(Who(Book(Roster(InTurn(DutyDays.Daily, "00:00", "00:00", new DateOnly(2026, 11, 25), daily: false, "a", "b", "c"))), at), Is.EqualTo(who));

    [Test]
    public void The_night_from_Sunday_to_Monday_still_belongs_to_the_old_week()
    {
        var book = Book(Roster(InTurn(DutyDays.Daily, "17:30", "08:30", new DateOnly(2026, 11, 23), daily: false, "a", "b")));

        Assert.That(new[] { Who(book, "2026-11-29 23:00"), Who(book, "2026-11-30 03:00"), Who(book, "2026-11-30 23:00") }, Is.EqualTo(new[] { "a", "a", "b" }));
    }

    [TestCase("2028-02-28 12:00", "a")]
    [TestCase("2028-02-29 12:00", "b")]
    [TestCase("2028-03-01 12:00", "a")]
    [TestCase("2100-02-28 12:00", "a", Description = "a century without a leap day")]
    [TestCase("2100-03-01 12:00", "b")]
    public void Days_are_taken_in_turn_also_over_a_leap_day(string at, string who) =>
        Assert.That(Who(Book(Roster(InTurn(DutyDays.Daily, "00:00", "00:00", new DateOnly(2028, 2, 28), daily: true, "a", "b"))), at), Is.EqualTo(who));

    [Test]
    public void Who_is_on_several_shifts_or_in_a_group_is_named_once() =>
        Assert.That(Who(Book(Roster(Shift(DutyDays.Daily, "00:00", "00:00", "pair"), Shift(DutyDays.Daily, "00:00", "00:00", "a", "c"))), "2026-11-24 12:00"), Is.EqualTo("a b c"));

    [Test]
    public void A_swap_acts_only_where_the_one_replaced_is_on_duty_and_a_later_line_acts_on_what_it_made()
    {
        var roster = Roster(Shift(Workdays, "00:00", "00:00", "a"), Shift(DaysOff, "00:00", "00:00", "b")) with
        {
            Changes =
            [
                new DutyChange(At("2026-11-26 00:00"), At("2026-11-30 00:00"), "a", ["c"], null),
                new DutyChange(At("2026-11-27 00:00"), At("2026-11-28 00:00"), "c", ["d"], null),
                new DutyChange(At("2026-11-29 08:00"), At("2026-11-29 12:00"), null, ["pair"], null),
            ],
        };

        Assert.That(
            new[] { "2026-11-25 12:00", "2026-11-26 12:00", "2026-11-27 12:00", "2026-11-28 12:00", "2026-11-29 09:00", "2026-11-29 12:00", "2026-11-30 00:00" }.Select(at => Who(Book(roster), at)),
            Is.EqualTo(new[] { "a", "c", "d", "b", "a b", "b", "a" }));
    }

    [Test]
    public void A_deputy_stands_in_and_his_own_deputy_when_he_is_away_too()
    {
        var book = Book(Roster(Shift(DutyDays.Daily, "00:00", "00:00", "a")));
        book = book with
        {
            Duty = book.Duty with
            {
                Deputies = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"], ["b"] = ["a", "d"] },
                Absences =
                [
                    new Absence("a", At("2026-11-24 00:00"), At("2026-11-27 00:00"), null),
                    new Absence("a", At("2026-11-25 00:00"), At("2026-11-26 00:00"), "c"),
                    new Absence("b", At("2026-11-26 00:00"), At("2026-11-27 00:00"), null),
                ],
            },
        };

        Assert.That(
            new[] { "2026-11-23 12:00", "2026-11-24 12:00", "2026-11-25 12:00", "2026-11-26 12:00" }.Select(at => Who(book, at)),
            Is.EqualTo(new[] { "a", "b", "c", "d" }));
    }

    [Test]
    public void Deputies_of_each_other_who_are_both_away_leave_a_hole()
    {
        var book = Book(Roster(Shift(DutyDays.Daily, "00:00", "00:00", "a")));
        book = book with
        {
            Duty = book.Duty with
            {
                Deputies = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"], ["b"] = ["a"] },
                Absences = [new Absence("a", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null), new Absence("b", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, "a")],
            },
        };

        Assert.That(Who(book, "2026-11-24 12:00"), Is.Empty);
    }

    [Test]
    public void Who_nothing_reaches_is_as_good_as_away()
    {
        var book = Book(Roster(Shift(DutyDays.Daily, "00:00", "00:00", "mute")));

        Assert.That(Who(book, "2026-11-24 12:00"), Is.Empty);
        Assert.That(Who(book with { Duty = book.Duty with { Deputies = new Dictionary<string, IReadOnlyList<string>> { ["mute"] = ["c"] } } }, "2026-11-24 12:00"), Is.EqualTo("c"));
    }

    [Test]
    public void Hours_are_those_of_the_configured_zone_not_of_the_machine_or_of_UTC()
    {
        var book = Book(Roster(Shift(Workdays, "08:30", "17:30", "a")));
        var instant = new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.Zero);

        Assert.That(OnDuty.At(book, book.Duty.Rosters["onDuty"], instant, HasMail), Is.Not.Empty, "08:30 in UTC+8");
        Assert.That(OnDuty.At(book, book.Duty.Rosters["onDuty"], instant.ToOffset(TimeSpan.FromHours(-9)), HasMail), Is.Not.Empty, "the same instant");
        Assert.That(OnDuty.At(book, book.Duty.Rosters["onDuty"], instant.AddMinutes(-1), HasMail), Is.Empty);
    }
}
