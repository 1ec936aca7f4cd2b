using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class IncidentLifecycleTests
{
    private static readonly DateTimeOffset Now = Opened.AddMinutes(20);

    [Test]
    public void Acknowledging_names_who_took_over()
    {
        var after = Done(Incident(), IncidentLifecycle.Acknowledge(Incident(), " 张科 ", "我来处理", Now));

        Assert.That(after, Has.Property("State").EqualTo(IncidentState.Acknowledged).And.Property("AcknowledgedBy").EqualTo("张科"));
        Assert.That(after.AcknowledgedAt, Is.EqualTo(Now));
    }

    [Test]
    public void A_second_person_acknowledging_is_recorded_and_the_first_stays()
    {
        var first = Done(Incident(), IncidentLifecycle.Acknowledge(Incident(), "张科", null, Now));
        var second = Done(first, IncidentLifecycle.Acknowledge(first, "李科", "已到现场", Now.AddMinutes(1)));

        Assert.That(second.AcknowledgedBy, Is.EqualTo("张科"));
        Assert.That(second.Audit[^1], Is.EqualTo(new AuditEntry(Now.AddMinutes(1), "李科", "acknowledged", "已到现场")));
    }

    [Test]
    public void The_same_person_acknowledging_twice_changes_nothing()
    {
        var first = Done(Incident(), IncidentLifecycle.Acknowledge(Incident(), "张科", null, Now));

        Assert.That(IncidentLifecycle.Acknowledge(first, "张科", null, Now.AddMinutes(1)), Is.InstanceOf<ActOutcome.Done>().With.Property("Changes").Empty);
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("system")]
    public void Only_a_named_person_acknowledges(string by)
    {
        Assert.That(IncidentLifecycle.Acknowledge(Incident(), by, null, Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    [Test]
    public void A_report_stops_the_report_clock()
    {
        var after = Done(Incident(), IncidentLifecycle.Report(Incident(), "市委总值班室", "张科", Now.AddMinutes(-5), "〔2026〕3号", null, Now));

        Assert.That(after.Clocks[0], Is.EqualTo(new Clock("report", Opened.AddHours(2), Now.AddMinutes(-5), ClockState.Met)));
        Assert.That(after.Reports.Single().Reference, Is.EqualTo("〔2026〕3号"));
    }

    [Test]
    public void A_report_after_the_deadline_is_kept_as_missed_with_its_time()
    {
        var missed = IncidentClocks.Missed(Incident(), Opened.AddHours(3)).Aggregate(Incident(), IncidentFold.Apply);
        var after = Done(missed, IncidentLifecycle.Report(missed, "市委总值班室", "张科", null, null, null, Opened.AddHours(3)));

        Assert.That(after.Clocks[0], Is.EqualTo(new Clock("report", Opened.AddHours(2), Opened.AddHours(3), ClockState.Missed)));
    }

    [Test]
    public void A_report_from_the_future_or_to_nobody_is_invalid()
    {
        Assert.That(IncidentLifecycle.Report(Incident(), "市委总值班室", "张科", Now.AddHours(1), null, null, Now), Is.InstanceOf<ActOutcome.Invalid>());
        Assert.That(IncidentLifecycle.Report(Incident(), " ", "张科", null, null, null, Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    [Test]
    public void A_level_set_by_hand_brings_its_clocks()
    {
        var after = Done(Incident(), IncidentLifecycle.SetLevel(Incident(), Level.Critical, "局长", "有人员受伤", Policy, Now));

        Assert.That(after.Level, Is.EqualTo(Level.Critical));
        Assert.That(after.Clocks.Select(clock => clock.DueAt), Is.EqualTo(new[] { Opened.AddHours(1), Opened.AddHours(5), Opened.AddHours(24) }));
        Assert.That(after.LevelHistory[^1], Is.EqualTo(new LevelChange(Now, Level.Critical, "局长", "有人员受伤")));
    }

    [Test]
    public void The_level_it_has_already_changes_nothing_and_none_is_no_level()
    {
        Assert.That(IncidentLifecycle.SetLevel(Incident(), Level.Major, "局长", "复核", Policy, Now), Is.InstanceOf<ActOutcome.Done>().With.Property("Changes").Empty);
        Assert.That(IncidentLifecycle.SetLevel(Incident(), Level.None, "局长", "复核", Policy, Now), Is.InstanceOf<ActOutcome.Invalid>());
        Assert.That(IncidentLifecycle.SetLevel(Incident(), (Level)9, "局长", "复核", Policy, Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    [Test]
    public void Any_clock_can_be_met_by_hand_and_an_unknown_one_cannot()
    {
        var after = Done(Incident(), IncidentLifecycle.MeetClock(Incident(), "statement", "发言人", null, Now));

        Assert.That(after.Clocks[1].State, Is.EqualTo(ClockState.Met));
        Assert.That(IncidentLifecycle.MeetClock(after, "statement", "发言人", null, Now), Is.InstanceOf<ActOutcome.Done>().With.Property("Changes").Empty);
        Assert.That(IncidentLifecycle.MeetClock(Incident(), "report", "发言人", null, Now), Is.InstanceOf<ActOutcome.Invalid>(), "no report, no punctuality");
        Assert.That(IncidentLifecycle.MeetClock(Incident(), "reply", "发言人", null, Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    [Test]
    public void Closing_a_dismissed_incident_is_refused_with_what_is_allowed()
    {
        var dismissed = Done(Incident(), IncidentLifecycle.Dismiss(Incident(), "张科", "旧闻", Now));

        Assert.That(IncidentLifecycle.Close(dismissed, "张科", "完成", Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Allowed").Empty);
    }

    [Test]
    public void A_closed_incident_takes_a_final_report_and_nothing_that_reopens_it()
    {
        var closed = Done(Incident(), IncidentLifecycle.Close(Incident(), "张科", "已补偿到位", Now));

        Assert.That(IncidentLifecycle.Report(closed, "市委总值班室", "张科", null, null, null, Now), Is.InstanceOf<ActOutcome.Done>());
        Assert.That(IncidentLifecycle.Acknowledge(closed, "张科", null, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Allowed").EquivalentTo(new[] { IncidentAct.Reports, IncidentAct.Meet, IncidentAct.Texts }));
        Assert.That(IncidentLifecycle.Close(closed, "张科", "再次", Now), Is.InstanceOf<ActOutcome.Refused>());
        Assert.That(IncidentLifecycle.SetLevel(closed, Level.Critical, "张科", "理由", Policy, Now), Is.InstanceOf<ActOutcome.Refused>());
    }

    [Test]
    public void Closing_and_dismissing_must_say_why()
    {
        Assert.That(IncidentLifecycle.Close(Incident(), "张科", " ", Now), Is.InstanceOf<ActOutcome.Invalid>());
        Assert.That(IncidentLifecycle.Dismiss(Incident(), "张科", "", Now), Is.InstanceOf<ActOutcome.Invalid>());
    }

    private static Incident Done(Incident incident, ActOutcome outcome) => ((ActOutcome.Done)outcome).Changes.Aggregate(incident, IncidentFold.Apply);
}
