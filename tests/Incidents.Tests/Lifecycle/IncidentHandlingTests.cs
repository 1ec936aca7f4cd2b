using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class IncidentHandlingTests
{
    private static readonly DateTimeOffset Now = Opened.AddMinutes(20);
    private readonly Incident _taken = Done(Incident(), IncidentLifecycle.Acknowledge(Incident(), "张科", null, Now));

    [Test]
    public void A_matter_goes_from_acknowledged_to_assessed_to_handling_and_every_act_is_in_the_trail()
    {
        var assessed = Done(_taken, IncidentHandling.Assess(_taken, OpinionKind.Hardship, "补偿款未到户", "张科", Now.AddMinutes(5)));
        var assigned = Done(assessed, IncidentHandling.Assign(assessed, "征地拆迁处", "李处", ["王工", " ", "王工"], "张科", Now.AddMinutes(6)));
        var handling = Done(assigned, IncidentHandling.Handle(assigned, "李处", "已到现场", Now.AddMinutes(30)));

        Assert.That(new[] { assessed.State, assigned.State, handling.State }, Is.EqualTo(new[] { IncidentState.Assessed, IncidentState.Assessed, IncidentState.Handling }));
        Assert.That(handling.Assignment!.People, Is.EqualTo(new[] { "王工" }));
        Assert.That(handling.Audit.Select(entry => entry.Act), Is.EqualTo(new[] { "acknowledged", "assessed", "assigned", "handling" }));
    }

    [Test]
    public void Nobody_judges_a_matter_that_nobody_has_taken_over()
    {
        var refused = IncidentHandling.Assess(Incident(), OpinionKind.Grave, "重大", "张科", Now);

        Assert.That(refused, Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("尚未签收"));
        Assert.That(((ActOutcome.Refused)refused).Allowed, Does.Contain(IncidentAct.Acknowledge).And.Not.Contain(IncidentAct.Assess));
    }

    [Test]
    public void Handling_begins_only_after_the_assessment_and_only_once()
    {
        var assessed = Done(_taken, IncidentHandling.Assess(_taken, OpinionKind.False, "传言不实", "张科", Now));
        var handling = Done(assessed, IncidentHandling.Handle(assessed, "李处", null, Now));

        Assert.That(IncidentHandling.Handle(_taken, "李处", null, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("尚未研判"));
        Assert.That(IncidentHandling.Handle(handling, "李处", null, Now), Is.InstanceOf<ActOutcome.Refused>().With.Property("Reason").Contains("已在处置"));
    }

    [Test]
    public void A_rise_asks_for_a_new_acknowledgement_and_keeps_what_was_judged()
    {
        var assessed = Done(_taken, IncidentHandling.Assess(_taken, OpinionKind.Hardship, "补偿款未到户", "张科", Now));
        var raised = IncidentFold.Apply(assessed, new IncidentChange.LevelSet(Level.Critical, assessed.Clocks, null) { IncidentId = assessed.Id, At = Now });

        Assert.That(raised, Has.Property("State").EqualTo(IncidentState.Assessed).And.Property("AcknowledgedAt").Null);
        Assert.That(IncidentHandling.Handle(raised, "李处", null, Now), Is.InstanceOf<ActOutcome.Refused>());
    }

    [Test]
    public void A_follow_up_needs_a_first_report_and_a_final_one_is_the_last()
    {
        var first = Done(_taken, IncidentLifecycle.Report(_taken, "市政府总值班室", "张科", null, null, null, Now));
        var final = Done(first, IncidentLifecycle.Report(first, "市政府总值班室", "张科", null, "〔2026〕9号", ReportKind.Final, Now));

        Assert.That(final.Reports.Select(report => report.Kind), Is.EqualTo(new[] { ReportKind.First, ReportKind.Final }));
        Assert.That(IncidentLifecycle.Report(_taken, "省厅", "张科", null, null, ReportKind.FollowUp, Now), Is.InstanceOf<ActOutcome.Invalid>());
        Assert.That(IncidentLifecycle.Report(final, "市政府总值班室", "张科", null, null, null, Now), Is.InstanceOf<ActOutcome.Invalid>().With.Property("Reason").Contains("已向市政府总值班室终报"));
    }

    private static Incident Done(Incident before, ActOutcome outcome)
    {
        Assert.That(outcome, Is.InstanceOf<ActOutcome.Done>());
        return ((ActOutcome.Done)outcome).Changes.Aggregate(before, IncidentFold.Apply);
    }
}
