using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;
using static OpinionWatch.Alerts.Tests.Duty.Office;

namespace OpinionWatch.Alerts.Tests.Duty;

public sealed class DutyOutlookTests
{
    private static readonly HashSet<ChannelKind> Mail = [ChannelKind.Email];

    [Test]
    public void A_hole_is_named_from_its_first_to_its_last_instant()
    {
        // Nights are not covered, and who has the day of the 26th is on leave without a deputy.
        var book = Book(Roster(Shift(DutyDays.Daily, "08:30", "22:00", "a"), Shift(DutyDays.Daily, "22:00", "06:00", "b")) with { Fallback = ["pair"] });
        book = book with { Duty = book.Duty with { LookAhead = TimeSpan.FromDays(2), Absences = [new Absence("a", At("2026-11-26 12:00"), At("2026-11-26 23:00"), null)] } };

        Assert.That(Holes(book, "2026-11-25 00:00"), Is.EqualTo(new[]
        {
            (At("2026-11-25 06:00"), At("2026-11-25 08:30")),
            (At("2026-11-26 06:00"), At("2026-11-26 08:30")),
            (At("2026-11-26 12:00"), At("2026-11-26 22:00")),
        }));
    }

    [Test]
    public void A_hole_one_stands_in_begins_now()
    {
        var book = Book(Roster(Shift(DutyDays.Daily, "08:30", "17:30", "a")));

        Assert.That(Holes(book, "2026-11-25 20:15")[0], Is.EqualTo((At("2026-11-25 20:15"), At("2026-11-26 08:30"))));
    }

    [Test]
    public void A_roster_without_anybody_is_one_hole_and_one_that_is_whole_has_none()
    {
        Assert.That(Holes(Book(Roster()), "2026-11-25 20:15"), Is.EqualTo(new[] { (At("2026-11-25 20:15"), At("2026-12-02 20:15")) }));
        Assert.That(Holes(Book(Roster(Shift(Workdays, "08:30", "08:30", "a"), Shift(DaysOff, "08:30", "08:30", "b"))), "2026-09-28 00:00"), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
#pragma warning disable NUnit1027 // FsCheck gives the arguments.
    public void Holes_are_just_the_instants_at_which_nobody_is_on_duty(int seed)
#pragma warning restore NUnit1027
    {
        var random = new Random(seed);
        var shifts = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Shift(random.Next(2) == 0 ? Workdays : DutyDays.Daily, $"{random.Next(24):00}:00", $"{random.Next(24):00}:30", "a"));
        var book = Book(Roster([.. shifts]));
        var from = At("2026-09-17 00:00").AddHours(random.Next(500));
        var holes = RosterHoles.Find(book, book.Duty.Rosters["onDuty"], from, from.AddDays(7), HasMail);

        for (var at = from; at < from.AddDays(7); at = at.AddMinutes(30))
        {
            Assert.That(holes.Any(hole => hole.From <= at && at < hole.To), Is.EqualTo(OnDuty.At(book, book.Duty.Rosters["onDuty"], at, HasMail).Count == 0), $"{at:O}");
        }
    }

    [Test]
    public void Contacts_nothing_reaches_and_channels_never_tested_are_faults_until_tested_and_again_after_an_edit()
    {
        var book = Book();
        HashSet<string> tested = [.. book.Contacts.Select(contact => ChannelMark.Of(contact, ChannelKind.Email))];
        var edited = book with { Contacts = [.. book.Contacts.Select(contact => contact.Id == "b" ? contact with { Email = "other@bureau.test" } : contact)] };

        Assert.That(Words(book, []), Is.EqualTo(new[] { "没有可用的联系方式，任何预警都发不到：mute（mute）。", "渠道从未测试成功：a（a）的邮件、b（b）的邮件、c（c）的邮件、d（d）的邮件。" }));
        Assert.That(Words(book, tested), Has.Count.EqualTo(1));
        Assert.That(Words(edited, tested)[1], Is.EqualTo("渠道从未测试成功：b（b）的邮件。"));
    }

    [Test]
    public void A_year_whose_holidays_are_not_known_is_a_fault_as_soon_as_it_is_looked_into()
    {
        var book = Book(Roster(Shift(Workdays, "00:00", "00:00", "a"), Shift(DaysOff, "00:00", "00:00", "a")));

        Assert.That(Years(book, "2026-12-24 12:00"), Is.Empty);
        Assert.That(Years(book, "2026-12-26 12:00"), Is.EqualTo(new[] { 2027 }));
        Assert.That(Years(Book(Roster(Shift(DutyDays.Daily, "00:00", "00:00", "a"))), "2027-06-01 12:00"), Is.Empty, "daily needs no calendar");
    }

    [Test]
    public void The_office_is_told_once_a_day_by_mail_and_who_has_none_otherwise()
    {
        var book = Book(Roster(Shift(DutyDays.Daily, "08:30", "17:30", "a")) with { Fallback = ["pair"] });
        var faults = DutyOutlook.Look(book, Mail, new HashSet<string>(), At("2026-11-25 09:00"));
        Contact phone = new() { Id = "p", Name = "p", Phone = "13900000000" };
        var options = new AlertsOptions { Organisation = "某局", Mail = new MailOptions { From = "a@b.test", Host = "h" }, Sms = new HttpSmsOptions { Url = "http://sms.test/", Body = "{to}" } };

        var alerts = DutyAlerts.For(faults, [book.Contacts[0], phone, book.Contacts[4], phone], At("2026-11-25 09:00"), options, At("2026-11-25 09:01"));

        Assert.That(alerts.Select(alert => $"{alert.Id} {alert.Channel} {alert.Level}"), Is.EqualTo(new[] { "duty-202611250100-a Email None", "duty-202611250100-p Sms None" }));
        Assert.That(alerts[0].Text, Does.Contain("11月25日17:30至11月26日08:30无人值班；届时如有预警，改为通知a、b").And.Contain("config/duty.yaml").And.Contain("notify-test"));
        Assert.That(alerts[0].Html, Does.Contain("无人值班"));
        Assert.That(alerts[1].Text, Has.Length.LessThanOrEqualTo(70));
        Assert.That(DutyAlerts.For([], [phone], At("2026-11-25 09:00"), options, At("2026-11-25 09:01")), Is.Empty);
    }

    private static List<(DateTimeOffset From, DateTimeOffset To)> Holes(ContactBook book, string now) =>
        [.. DutyOutlook.Look(book, Mail, new HashSet<string>(), At(now)).OfType<DutyFault.Hole>().Select(hole => (hole.From, hole.To))];

    private static IReadOnlyList<string> Words(ContactBook book, HashSet<string> tested) => DutyWords.Lines(DutyOutlook.Look(book, Mail, tested, Some.Now), Zone);

    private static IEnumerable<int> Years(ContactBook book, string now) => DutyOutlook.Look(book, Mail, new HashSet<string>(), At(now)).OfType<DutyFault.NoCalendar>().Select(fault => fault.Year);
}
