using OpinionWatch.Alerts.Duty;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class DutyTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new ConfigFolder();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "holidays"));
        _folder.Write("contacts.yaml", """
            contacts:
              - { id: officer, email: a@bureau.test }
              - { id: office, email: b@bureau.test }
              - { id: director, email: c@bureau.test }
            groups:
              leaders: [director]
            """);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_whole_plan_is_read()
    {
        _folder.Write("holidays/2026.yaml", """
            year: 2026
            holidays:
              - { name: 国庆节, from: 2026-10-01, to: 2026-10-07 }
            makeUp: [2026-10-10]
            """);
        _folder.Write("duty.yaml", """
            rosters:
              onDuty:
                shifts:
                  - { days: workdays, from: "08:30", to: "17:30", people: officer }
                  - { days: [sat, daysOff], from: "20:00", to: "24:00", inTurn: [[officer], office, [office, leaders]], since: 2026-11-28, each: day }
                changes:
                  - { from: 2026-11-25, to: 2026-11-26, instead: officer, people: [office], why: 请假 }
                  - { from: "2026-11-27 08:30", to: "2026-11-27 12:00", people: [leaders] }
                fallback: [leaders]
            deputies: { director: [office] }
            away:
              - { contact: director, from: 2026-12-01, to: "2026-12-05 12:00", deputy: officer }
            quiet:
              - { from: "22:00", to: "07:30" }
              - { days: daysOff, from: "00:00", to: "24:00", levels: [watch], contacts: [leaders] }
            lookAhead: 14d
            tell: { at: "10:30", to: [office, onDuty] }
            """);

        var duty = _folder.Good().Contacts.Duty;

        Assert.Multiple(() =>
        {
            var roster = duty.Rosters["onDuty"];
            Assert.That(roster.Shifts.Select(shift => $"{shift.Hours.From:HH:mm}+{shift.Hours.Length.TotalHours} {string.Join('|', shift.Turns.Select(turn => string.Join(',', turn)))} {shift.ChangesDaily}"),
                Is.EqualTo(new[] { "08:30+9 officer False", "20:00+4 officer|office|office,leaders True" }));
            Assert.That(roster.Changes[0], Is.EqualTo(new DutyChange(At(2026, 11, 25), At(2026, 11, 27), "officer", roster.Changes[0].People, "请假")));
            Assert.That(roster.Changes[1].From, Is.EqualTo(At(2026, 11, 27, 8, 30)));
            Assert.That(roster.Fallback, Is.EqualTo(new[] { "leaders" }));
            Assert.That(duty.Absences.Single(), Is.EqualTo(new Absence("director", At(2026, 12, 1), At(2026, 12, 5, 12), "officer")));
            Assert.That(duty.Quiet.Select(rule => $"{rule.Hours.Length.TotalHours} {string.Join(',', rule.Levels)} {string.Join(',', rule.Contacts)}"), Is.EqualTo(new[] { "9.5 General,Watch ", "24 Watch director" }));
            Assert.That((duty.LookAhead, duty.TellAt), Is.EqualTo((TimeSpan.FromDays(14), new TimeOnly(10, 30))));
            Assert.That(duty.TellTo, Is.EqualTo(new[] { "office", "onDuty" }));
            Assert.That(duty.Calendar.IsWorkday(new DateOnly(2026, 10, 10)), Is.True);
            Assert.That(duty.Calendar.IsWorkday(new DateOnly(2026, 10, 7)), Is.False);
        });
    }

    [Test]
    public void A_roster_stands_wherever_a_contact_or_group_does()
    {
        _folder.Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daily, from: \"00:00\", to: \"24:00\", people: [officer] }\n");
        _folder.Write("escalation.yaml", ConfigFolder.Escalation("{ after: 0s, notify: [onDuty, leaders], by: [email] }"));
        _folder.Write("opinionwatch.yaml", "mail: { from: w@bureau.test, pickup: ./out }\ndigest: { daily: \"08:00\", to: [onDuty] }\n");

        Assert.That(_folder.Good().Escalation.Steps[Level.Critical][0].Notify, Is.EqualTo(new[] { "onDuty", "leaders" }));
    }

    [TestCase("rosters: { officer: { shifts: [{ days: daily, from: \"08:00\", to: \"09:00\", people: [office] }] } }", "duty.yaml:1:12: error: the roster 'officer' is named as a contact")]
    [TestCase("rosters: { a: { } }", "duty.yaml:1:12: error: the roster 'a' has no shifts")]
    [TestCase("rosters: { a: { shifts: [{ days: workday, from: \"08:00\", to: \"09:00\", people: [office] }] } }", "duty.yaml:1:34: error: days: 'workday' is not known; did you mean 'workdays'?")]
    [TestCase("rosters: { a: { shifts: [{ days: daily, from: \"8.30\", to: \"09:00\", people: [office] }] } }", "duty.yaml:1:47: error: shifts.from: '8.30' is no time of day")]
    [TestCase("rosters: { a: { shifts: [{ days: daily, from: \"08:30\", people: [office] }] } }", "duty.yaml:1:26: error: shifts.to: is missing")]
    [TestCase("rosters: { a: { shifts: [{ days: daily, from: \"08:30\", to: \"09:00\" }] } }", "duty.yaml:1:26: error: a shift has either people")]
    [TestCase("rosters: { a: { shifts: [{ days: daily, from: \"08:30\", to: \"09:00\", inTurn: [[office], [officer]] }] } }", "duty.yaml:1:77: error: shifts.inTurn: needs since")]
    [TestCase("rosters: { a: { shifts: [{ days: daily, from: \"08:30\", to: \"09:00\", people: [offcie] }] } }", "duty.yaml:1:78: error: there is no contact or group 'offcie' in contacts.yaml; did you mean 'office'?")]
    [TestCase("rosters: { a: { changes: [{ from: 2026-12-02, to: 2026-12-01, people: [office] }] } }", "duty.yaml:1:51: error: changes.to: the period ends before it begins")]
    [TestCase("rosters: { a: { changes: [{ from: 2026-02-29, to: 2026-03-01, people: [office] }] } }", "duty.yaml:1:35: error: changes.from: '2026-02-29' is no day or minute")]
    [TestCase("quiet: [{ from: \"22:00\", to: \"07:00\", levels: [major] }]", "duty.yaml:1:47: error: quiet.levels: critical and major are never held")]
    [TestCase("away: [{ contact: leaders, from: 2026-12-01, to: 2026-12-02 }]", "duty.yaml:1:19: error: there is no contact 'leaders' in contacts.yaml")]
    [TestCase("away: [{ contact: office, from: 2026-12-01, to: 2026-12-02, deputy: office }]", "duty.yaml:1:69: error: away.deputy: 'office' cannot stand in for themself")]
    [TestCase("deputies: [office]", "duty.yaml:1:11: error: deputies: holds names")]
    [TestCase("lookAhead: 90d", "duty.yaml:1:12: error: lookAhead: '90d' is no duration from 1d to 60d")]
    [TestCase("onduty: 1", "duty.yaml:1:1: error: unknown key 'onduty'")]
    public void A_fault_of_the_plan_is_named_with_its_place(string text, string fault)
    {
        _folder.Write("duty.yaml", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(fault));
    }

    [TestCase("year: 2026\nmakeUp: [2026-10-32]", "holidays/a.yaml:2:10: error: makeUp: '2026-10-32' is no day")]
    [TestCase("year: 2026\nmakeUp: [2026-10-08]", "holidays/a.yaml:2:10: warning: makeUp: 2026-10-08 is no day of a weekend")]
    [TestCase("year: 2026\nmakeUp: [2026-10-03]\nholidays: [{ name: 国庆节, from: 2026-10-01, to: 2026-10-07 }]", "holidays/a.yaml:2:10: error: makeUp: 2026-10-03 is a day of 国庆节 as well")]
    [TestCase("year: 2026\nholidays: [{ name: 国庆节, from: 2025-10-01, to: 2025-10-07 }]", "holidays/a.yaml:2:47: error: holidays.to: a holiday of 2026")]
    [TestCase("makeUp: []", "holidays/a.yaml:1:1: error: year: is missing")]
    public void A_fault_of_the_calendar_is_named_with_its_place(string text, string fault)
    {
        _folder.Write("holidays/a.yaml", text);

        Assert.That(_folder.Faults().Select(line => line.Replace('\\', '/')), Has.Some.StartsWith(fault));
    }

    [Test]
    public void One_year_stands_in_one_file()
    {
        _folder.Write("holidays/a.yaml", "year: 2026\n").Write("holidays/b.yaml", "year: 2026\n");

        Assert.That(_folder.Faults(), Has.Some.Contain("2026 stands in another file already"));
    }

    private static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) =>
        WallClock.InstantOf(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified), TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(8), "x", "x"));
}
