using OpinionWatch.Alerts.Policy;
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
    public void An_empty_group_is_never_a_silent_nothing(string notify)
    {
        var routing = Route(Both, Step([notify], ChannelKind.Email));

        Assert.That(routing.Drafts, Is.Empty);
        Assert.That(routing.Remarks.Select(remark => remark.Kind), Does.Contain(RoutingRemarkKind.Nobody));
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
        return AlertRouter.Route(night.Incident, due, Contacts, night.Policy, Both, () => "id");
    }

    private static Routing Route(IReadOnlySet<ChannelKind> channels, EscalationStep step) => AlertRouter.Route(
        Night.Of(Level.Critical), [new DueStep(step, "critical/after-0", 0, Night.Opened, false)], Contacts, Night.With(Level.Critical, step), channels, () => "id");

    private static EscalationStep Step(string[] notify, params ChannelKind[] by) => Night.After(0) with { Notify = notify, By = by };

    private static string[] Words(Routing routing) => [.. routing.Drafts.Select(draft => $"{draft.Contact.Id}:{draft.Channel}:{draft.Address}")];
}
