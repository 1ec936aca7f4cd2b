using OpinionWatch.Alerts.Policy;
using OpinionWatch.Alerts.Tests.Duty;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Policy;

public sealed class AlertRouterTests
{
    private static readonly ContactBook Contacts = new(
        [
            new Contact { Id = "officer", Name = "信息员", Email = "officer@example.cn", Phone = "10000000001" },
            new Contact { Id = "office", Name = "办公室", Email = "office@example.cn" },
            new Contact { Id = "director", Name = "局长", Phone = "10000000002" },
            new Contact { Id = "guest", Name = "无号码", Email = " " },
        ],
        new Dictionary<string, IReadOnlyList<string>> { ["leaders"] = ["director", "office"], ["nobody"] = [] });

    private static readonly HashSet<ChannelKind> Both = [ChannelKind.Email, ChannelKind.Sms];

    [Test]
    public void Each_person_is_told_once_by_each_channel_of_the_step_they_have()
    {
        var routing = Route(Both, Step(["officer", "leaders", "office"], ChannelKind.Sms, ChannelKind.Email));

        Assert.That(Words(routing), Is.EqualTo(new[] { "officer:Sms:10000000001", "officer:Email:officer@example.cn", "director:Sms:10000000002", "office:Email:office@example.cn" }));
        Assert.That(routing.Remarks, Is.Empty);
    }

    [Test]
    public void Who_has_none_of_the_channels_is_told_by_another_with_a_remark()
    {
        var routing = Route(Both, Step(["office"], ChannelKind.Sms));

        Assert.That(Words(routing), Is.EqualTo(new[] { "office:Email:office@example.cn" }));
        Assert.That(routing.Remarks.Single().Kind, Is.EqualTo(RoutingRemarkKind.OtherChannel));
    }

    [Test]
    public void Without_an_sms_gateway_an_sms_step_goes_by_mail()
    {
        var routing = Route(new HashSet<ChannelKind> { ChannelKind.Email }, Step(["officer"], ChannelKind.Sms));

        Assert.That(Words(routing), Is.EqualTo(new[] { "officer:Email:officer@example.cn" }));
    }

    [Test]
    public void Who_has_no_channel_at_all_is_remarked_on()
    {
        var routing = Route(Both, Step(["guest", "office"], ChannelKind.Email));

        Assert.That(Words(routing), Is.EqualTo(new[] { "office:Email:office@example.cn" }));
        Assert.That(routing.Remarks.Single(), Has.Property("Kind").EqualTo(RoutingRemarkKind.Unreachable).And.Property("Contact").EqualTo("guest"));
    }

    [TestCase("nobody")]
    [TestCase("unknown")]
    [TestCase("guest")]
    public void An_empty_group_is_never_a_silent_nothing_everyone_else_is_told_instead(string notify)
    {
        var routing = Route(Both, Step([notify], ChannelKind.Email));

        Assert.That(Words(routing), Is.EqualTo(new[] { "officer:Email:officer@example.cn", "office:Email:office@example.cn", "director:Sms:10000000002" }));
        Assert.That(routing.Remarks.Select(remark => remark.Kind), Does.Contain(RoutingRemarkKind.Others));
    }

    [Test]
    public void The_people_of_the_levels_other_steps_come_before_everyone()
    {
        var (empty, other) = (Step(["nobody"], ChannelKind.Email), Step(["leaders"], ChannelKind.Email) with { Key = "critical/2" });
        var routing = AlertRouter.Route(Night.Of(Level.Critical), [new DueStep(empty, "critical/after-0", 0, Night.Opened, false)], Contacts, Night.With(Level.Critical, empty, other), Both, Night.Opened, () => "id");

        Assert.That(Words(routing), Is.EqualTo(new[] { "director:Sms:10000000002", "office:Email:office@example.cn" }));
    }

    [Test]
    public void Without_any_channel_nobody_is_told_and_the_remark_says_so()
    {
        var routing = Route(new HashSet<ChannelKind>(), Step(["officer"], ChannelKind.Email));

        Assert.That(routing.Drafts, Is.Empty);
        Assert.That(routing.Remarks.Select(remark => remark.Kind), Does.Contain(RoutingRemarkKind.Nobody));
    }

    [Test]
    public void Who_is_on_duty_is_asked_when_the_step_is_taken_not_when_it_was_planned()
    {
        var step = Step(["onDuty"], ChannelKind.Email);
        var planned = new DueStep(step, "critical/after-0", 0, Office.At("2026-11-24 08:00"), true);

        var early = Route(planned, Office.At("2026-11-24 08:00"));
        var late = Route(planned, Office.At("2026-11-24 09:00"));

        Assert.That(Words(early), Is.EqualTo(new[] { "a:Email:a@bureau.test" }));
        Assert.That(Words(late), Is.EqualTo(new[] { "b:Email:b@bureau.test" }));
    }

    [Test]
    public void An_empty_roster_is_remarked_on_and_its_fallback_told_beside_the_others_of_the_step()
    {
        var routing = Route(new DueStep(Step(["onDuty", "d"], ChannelKind.Email), "critical/after-0", 0, Office.At("2026-11-24 20:00"), false), Office.At("2026-11-24 20:00"));

        Assert.That(Words(routing), Is.EqualTo(new[] { "c:Email:c@bureau.test", "d:Email:d@bureau.test" }));
        Assert.That(routing.Remarks.Single(), Has.Property("Kind").EqualTo(RoutingRemarkKind.EmptyRoster).And.Property("Text").Contain("onDuty"));
    }

    [Test]
    public void Who_is_away_is_told_through_a_deputy_and_without_one_all_the_same()
    {
        var book = Office.Book();
        book = book with { Duty = book.Duty with { Absences = [new("a", Night.Opened, Night.Opened.AddDays(1), "c"), new("b", Night.Opened, Night.Opened.AddDays(1), null)] } };
        var routing = AlertRouter.Route(
            Night.Of(Level.Critical), [new DueStep(Step(["pair"], ChannelKind.Email), "critical/after-0", 0, Night.Opened, false)], book, Night.Shipped(), Both, Night.Opened, () => "id");

        Assert.That(Words(routing), Is.EqualTo(new[] { "c:Email:c@bureau.test", "b:Email:b@bureau.test" }));
        Assert.That(routing.Remarks.Single(), Has.Property("Kind").EqualTo(RoutingRemarkKind.StoodIn).And.Property("Text").Contain("a 不在或无法联系，由 c 代"));
    }

    [Test]
    public void No_remark_holds_an_address()
    {
        var routing = Route(Both, Step(["office", "guest"], ChannelKind.Sms));

        Assert.That(routing.Remarks.Select(remark => remark.Text), Has.None.Contains("@").And.None.Contains("1000"));
    }

    [Test]
    public void Only_the_first_step_that_reaches_a_person_is_their_first()
    {
        var night = new Night();
        var first = Route(night, 0);
        night.At(0);
        var second = Route(night, 10);

        Assert.That(first.Drafts.Select(draft => draft.First), Has.All.True);
        Assert.That(second.Drafts.Select(draft => draft.First), Is.Not.Empty.And.All.False);
    }

    [Test]
    public void Steps_due_together_are_first_once()
    {
        var routing = Route(new Night(), 10);

        Assert.That(routing.Drafts.Where(draft => draft.Contact.Id == "director").Select(draft => draft.First), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void A_raised_level_makes_a_first_alert_again()
    {
        var night = new Night { Incident = Night.Of(Level.Critical) };
        night.At(0);
        night.BecomesLevel(Level.General, 5);
        night.BecomesLevel(Level.Critical, 6);

        Assert.That(Route(night, 6).Drafts.Select(draft => draft.First), Is.Not.Empty.And.All.True);
    }

    private static Routing Route(Night night, double minutes)
    {
        var due = EscalationClock.Due(night.Policy, night.Incident, Night.Opened.AddMinutes(minutes));
        return AlertRouter.Route(night.Incident, due, Contacts, night.Policy, Both, Night.Opened.AddMinutes(minutes), () => "id");
    }

    private static Routing Route(IReadOnlySet<ChannelKind> channels, EscalationStep step) => AlertRouter.Route(
        Night.Of(Level.Critical), [new DueStep(step, "critical/after-0", 0, Night.Opened, false)], Contacts, Night.With(Level.Critical, step), channels, Night.Opened, () => "id");

    private static Routing Route(DueStep due, DateTimeOffset now)
    {
        var roster = Office.Roster(Office.Shift(Model.Duty.DutyDays.Daily, "00:00", "08:30", "a"), Office.Shift(Model.Duty.DutyDays.Daily, "08:30", "17:30", "b")) with { Fallback = ["c"] };
        return AlertRouter.Route(Night.Of(Level.Critical), [due], Office.Book(roster), Night.With(Level.Critical, due.Step), Both, now, () => "id");
    }

    private static EscalationStep Step(string[] notify, params ChannelKind[] by) => Night.After(0) with { Notify = notify, By = by };

    private static string[] Words(Routing routing) => [.. routing.Drafts.Select(draft => $"{draft.Contact.Id}:{draft.Channel}:{draft.Address}")];
}
