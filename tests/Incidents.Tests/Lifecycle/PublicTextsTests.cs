using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class PublicTextsTests
{
    private static readonly DateTimeOffset Now = Opened.AddHours(1);
    private readonly Incident _drafted = Done(Incident(), PublicTexts.Draft(Incident(), PublicTextKind.Statement, "经核查……", "王工", Now));

    [Test]
    public void An_approved_statement_that_is_published_in_time_meets_its_clock()
    {
        var approved = Done(_drafted, PublicTexts.Approve(_drafted, PublicTextKind.Statement, null, "刘局", Now));
        var published = Done(approved, PublicTexts.Publish(approved, PublicTextKind.Statement, 1, "赵发言人", Now.AddMinutes(3), "https://example.gov.cn/1.html", Now.AddMinutes(3)));

        Assert.That(published.Clocks.Single(clock => clock.Name == Clock.Statement), Has.Property("State").EqualTo(ClockState.Met).And.Property("MetAt").EqualTo(Now.AddMinutes(3)));
        Assert.That(published.Texts[0], Has.Property("ApprovedBy").EqualTo("刘局").And.Property("Link").EqualTo("https://example.gov.cn/1.html"));
    }

    [Test]
    public void Nobody_approves_what_he_drafted_and_nothing_is_published_unapproved()
    {
        Assert.That(PublicTexts.Approve(_drafted, PublicTextKind.Statement, 1, "王工", Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("起草人"));
        Assert.That(PublicTexts.Publish(_drafted, PublicTextKind.Statement, 1, "赵发言人", null, null, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("未经审定"));
    }

    [Test]
    public void A_new_version_has_to_be_approved_anew()
    {
        var approved = Done(_drafted, PublicTexts.Approve(_drafted, PublicTextKind.Statement, 1, "刘局", Now));
        var second = Done(approved, PublicTexts.Draft(approved, PublicTextKind.Statement, "补充核查……", "王工", Now));

        Assert.That(second.Texts.Select(text => (text.Version, text.ApprovedBy)), Is.EqualTo(new[] { (1, "刘局"), (2, (string?)null) }));
        Assert.That(PublicTexts.Publish(second, PublicTextKind.Statement, null, "赵发言人", null, null, Now), Is.InstanceOf<ActOutcome.Refused>());
    }

    [Test]
    public void A_reply_meets_the_reply_clock_and_a_stance_meets_none()
    {
        var general = Incident(Level.General);
        var published = Publish(Publish(general, PublicTextKind.Stance), PublicTextKind.Reply);

        Assert.That(published.Clocks.Single(), Has.Property("Name").EqualTo(Clock.Reply).And.Property("State").EqualTo(ClockState.Met));
        Assert.That(Publish(general, PublicTextKind.Stance).Clocks.Single().MetAt, Is.Null);
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("/relative")]
    public void A_link_is_an_address_of_the_web(string link)
    {
        Assert.That(PublicTexts.Publish(_drafted, PublicTextKind.Statement, 1, "赵发言人", null, link, Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    private static Incident Publish(Incident before, PublicTextKind kind)
    {
        var drafted = Done(before, PublicTexts.Draft(before, kind, "内容", "王工", Now));
        var approved = Done(drafted, PublicTexts.Approve(drafted, kind, null, "刘局", Now));
        return Done(approved, PublicTexts.Publish(approved, kind, null, "赵发言人", null, null, Now));
    }

    private static Incident Done(Incident before, ActOutcome outcome)
    {
        Assert.That(outcome, Is.InstanceOf<ActOutcome.Done>());
        return ((ActOutcome.Done)outcome).Changes.Aggregate(before, IncidentFold.Apply);
    }
}
