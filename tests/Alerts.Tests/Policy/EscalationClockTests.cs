using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;
using static OpinionWatch.Alerts.Tests.Policy.Night;

namespace OpinionWatch.Alerts.Tests.Policy;

public sealed class EscalationClockTests
{
    private Night _night = new();

    [SetUp]
    public void Nightfall() => _night = new Night();

    [Test]
    public void The_first_step_is_due_at_once_and_only_once()
    {
        var first = _night.At(0);
        var again = _night.At(0.1);

        Assert.That(Words(first), Is.EqualTo(new[] { "critical/after-0/0@0" }));
        Assert.That(again, Is.Empty);
    }

    [Test]
    public void Unanswered_the_step_and_its_repetitions_come_at_their_instants_and_go_on_past_the_deadline()
    {
        for (var minute = 0; minute <= 90; minute++)
        {
            _night.At(minute);
        }

        Assert.That(Words(_night.Told), Is.EqualTo(new[]
        {
            "critical/after-0/0@0",
            "critical/after-600/0@10",
            "critical/after-600/1@20",
            "critical/after-600/2@30",
            "critical/after-600/3@40",
            "critical/before-report-900/0@45",
            "critical/after-600/4@50",
            "critical/after-600/5@60",
            "critical/after-600/6@70",
            "critical/after-600/7@80",
            "critical/after-600/8@90",
        }));
    }

    [Test]
    public void Acknowledgement_stops_what_it_makes_needless_and_nothing_else()
    {
        _night.At(0);
        _night.At(10);
        _night.IsAcknowledged(12);

        var later = Enumerable.Range(13, 200).SelectMany(minute => _night.At(minute)).ToList();

        Assert.That(Words(later), Is.EqualTo(new[] { "critical/before-report-900/0@45" }));
    }

    [Test]
    public void A_report_makes_the_reminder_needless()
    {
        _night.At(0);
        _night.IsAcknowledged(1);
        _night.IsReported(44);

        Assert.That(_night.At(45), Is.Empty);
    }

    [Test]
    public void A_critical_incident_nobody_acknowledges_is_still_told_after_three_days()
    {
        _night.At(0);
        _night.At(10);

        Assert.That(Words(_night.At((3 * 24 * 60) + 0.5)), Does.Contain("critical/after-600/431@4320"));
    }

    [Test]
    public void The_service_is_down_across_the_deadline_and_everything_missed_is_told_late_oldest_first()
    {
        _night.At(0);

        var back = _night.At(65);

        Assert.That(Words(back), Is.EqualTo(new[] { "critical/after-600/0@10 late", "critical/before-report-900/0@45 late", "critical/after-600/5@60 late" }));
        Assert.That(_night.At(66), Is.Empty);
        Assert.That(Words(_night.At(70)), Is.EqualTo(new[] { "critical/after-600/6@70" }));
    }

    [Test]
    public void An_outage_of_six_hours_is_followed_by_one_repetition_and_not_by_thirty_six()
    {
        _night.At(0);
        _night.At(10);
        _night.At(45);

        Assert.That(Words(_night.At(363)), Is.EqualTo(new[] { "critical/after-600/35@360 late" }));
        Assert.That(Words(_night.At(370)), Is.EqualTo(new[] { "critical/after-600/36@370" }));
    }

    [Test]
    public void Exactly_the_configured_lateness_is_not_late_yet()
    {
        Assert.That(_night.At(1)[0].Late, Is.False);
        Assert.That(new Night().At(1.01)[0].Late, Is.True);
    }

    [Test]
    public void The_process_dies_after_the_first_of_several_steps_and_the_rest_are_still_due()
    {
        _night.At(0);
        var now = Opened.AddMinutes(65);
        var due = EscalationClock.Due(_night.Policy, _night.Incident, now);
        _night.Happens(due[0].TakenAt(_night.Incident, now));

        Assert.That(_night.At(65.1).Select(step => step.Name), Is.EqualTo(due.Skip(1).Select(step => step.Name)));
    }

    [Test]
    public void The_clock_is_set_back_and_escalation_goes_on_by_the_new_time()
    {
        _night.At(0);
        _night.At(10);
        _night.At(130);

        Assert.That(Words(_night.At(20)), Is.EqualTo(new[] { "critical/after-600/1@20" }));
        Assert.That(_night.At(21), Is.Empty);
        Assert.That(Words(_night.At(30)), Is.EqualTo(new[] { "critical/after-600/2@30" }));
    }

    [TestCase(IncidentState.Closed)]
    [TestCase(IncidentState.Dismissed)]
    public void Nothing_is_due_once_the_incident_has_ended(IncidentState state)
    {
        _night.Incident = _night.Incident with { State = state };

        Assert.That(_night.At(600), Is.Empty);
        Assert.That(EscalationClock.NextInstant(_night.Policy, _night.Incident, Opened), Is.Null);
    }

    [Test]
    public void A_level_without_steps_is_never_due()
    {
        _night.Incident = Of(Level.Watch) with { Clocks = [] };

        Assert.That(_night.At(600), Is.Empty);
        Assert.That(EscalationClock.NextInstant(_night.Policy, _night.Incident, Opened), Is.Null);
    }

    [Test]
    public void A_missed_clock_sends_nothing_by_itself_but_a_step_about_it_does()
    {
        _night.Policy = With(Level.Critical, Missed(Clock.Report));

        Assert.That(_night.At(59.9), Is.Empty);
        Assert.That(Words(_night.At(60)), Is.EqualTo(new[] { "critical/missed-report/0@60" }));
        Assert.That(_night.At(61), Is.Empty);
    }

    [Test]
    public void A_clock_met_in_time_is_neither_reminded_of_nor_missed()
    {
        _night.Policy = With(Level.Critical, Before(15, Clock.Report), Missed(Clock.Report));
        _night.IsReported(30);

        Assert.That(_night.At(200), Is.Empty);
    }

    [Test]
    public void A_reminder_longer_than_its_clock_comes_at_the_opening_and_not_before()
    {
        _night.Policy = With(Level.Critical, Before(90, Clock.Report));

        Assert.That(Words(_night.At(0)), Is.EqualTo(new[] { "critical/before-report-5400/0@0" }));
    }

    [Test]
    public void A_repetition_of_a_reminder_counts_from_the_reminder_and_passes_the_deadline()
    {
        _night.Policy = With(Level.Critical, Before(15, Clock.Report) with { Unless = StepCondition.Reported, RepeatEvery = TimeSpan.FromMinutes(10) });
        for (var minute = 0; minute <= 66; minute++)
        {
            _night.At(minute);
        }

        Assert.That(_night.Told.Select(step => (step.DueAt - Opened).TotalMinutes), Is.EqualTo(new[] { 45, 55, 65 }));
    }

    [Test]
    public void With_clock_from_publication_the_steps_count_from_publication()
    {
        _night.Policy = With(Level.Critical, After(0), After(10)) with { FromPublication = true };
        _night.Incident = _night.Incident with { FirstPublishedAt = Opened.AddMinutes(-7) };

        Assert.That(Words(_night.At(0)), Is.EqualTo(new[] { "critical/after-0/0@-7 late" }));
        Assert.That(Words(_night.At(3)), Is.EqualTo(new[] { "critical/after-600/0@3" }));
    }

    [Test]
    public void An_earlier_publication_found_later_neither_skips_nor_repeats_a_step()
    {
        _night.Policy = With(Level.Critical, After(0), After(30)) with { FromPublication = true };
        _night.Incident = _night.Incident with { FirstPublishedAt = Opened };
        _night.At(0);
        _night.Incident = _night.Incident with { FirstPublishedAt = Opened.AddMinutes(-50) };

        Assert.That(Words(_night.At(1)), Is.EqualTo(new[] { "critical/after-1800/0@-20 late" }));
        Assert.That(_night.At(2), Is.Empty);
    }

    [Test]
    public void A_level_raised_after_half_an_hour_alerts_again_from_that_moment()
    {
        _night.Policy = _night.Policy with
        {
            Steps = new Dictionary<Level, IReadOnlyList<EscalationStep>>(_night.Policy.Steps) { [Level.General] = [After(0) with { Key = "general/0" }] },
        };
        _night.Incident = Of(Level.General);
        _night.At(0);
        _night.BecomesLevel(Level.Critical, 30);

        Assert.That(Words(_night.At(30)), Is.EqualTo(new[] { "critical/after-0/0@30" }));
        Assert.That(Words(_night.At(40)), Is.EqualTo(new[] { "critical/after-600/0@40" }));
        Assert.That(Words(_night.At(45)), Is.EqualTo(new[] { "critical/before-report-900/0@45" }));
    }

    [Test]
    public void A_level_raised_a_second_time_alerts_a_second_time()
    {
        _night.At(0);
        _night.BecomesLevel(Level.General, 20);
        _night.BecomesLevel(Level.Critical, 30);

        Assert.That(Words(_night.At(30)), Is.EqualTo(new[] { "critical/after-0/0@30" }));
        Assert.That(_night.At(31), Is.Empty);
    }

    [Test]
    public void A_level_lowered_does_not_tell_again_what_was_told_at_the_higher_one()
    {
        _night.Policy = With(Level.General, After(0) with { Key = "general/0" }, After(60) with { Key = "general/1" });
        _night.BecomesLevel(Level.General, 30);

        Assert.That(_night.At(31), Is.Empty);
        Assert.That(Words(_night.At(60)), Is.EqualTo(new[] { "general/after-3600/0@60" }));
    }

    [Test]
    public void A_clock_that_had_passed_before_the_level_was_raised_is_said_missed_and_not_reminded_of()
    {
        _night.Policy = With(Level.Critical, Before(15, Clock.Report), Missed(Clock.Report));
        _night.Incident = Of(Level.General);
        _night.BecomesLevel(Level.Critical, 90);

        Assert.That(Words(_night.At(90)), Is.EqualTo(new[] { "critical/missed-report/0@90" }));
    }

    [Test]
    public void A_step_put_in_between_by_an_edit_neither_repeats_nor_skips_the_others()
    {
        _night.At(0);
        _night.At(10);
        _night.At(20);
        var old = _night.Policy.Steps[Level.Critical];
        _night.Policy = With(
            Level.Critical,
            old[0],
            After(5) with { Key = "critical/1" },
            old[1] with { Key = "critical/2", Notify = ["leaders", "office"] },
            old[2] with { Key = "critical/3" });

        Assert.That(_night.At(21), Is.Empty);
        Assert.That(Words(_night.At(30)), Is.EqualTo(new[] { "critical/after-600/2@30" }));
        Assert.That(Words(_night.At(45)), Does.Contain("critical/before-report-900/0@45"));
    }

    [Test]
    public void A_step_put_in_by_an_edit_before_its_instant_is_taken_at_its_instant()
    {
        _night.At(0);
        _night.Policy = With(Level.Critical, [.. _night.Policy.Steps[Level.Critical], After(15) with { Key = "critical/3" }]);

        _night.At(10);

        Assert.That(Words(_night.At(15)), Is.EqualTo(new[] { "critical/after-900/0@15" }));
    }

    [Test]
    public void A_clock_moved_forward_by_a_merge_is_still_reminded_of()
    {
        _night.At(0);
        _night.At(10);
        _night.At(30);
        _night.Happens(new IncidentChange.ClockMoved(new Clock(Clock.Report, Opened.AddMinutes(40), null, ClockState.Running)) { IncidentId = _night.Incident.Id, At = Opened.AddMinutes(31) });

        Assert.That(Words(_night.At(31)), Is.EqualTo(new[] { "critical/before-report-900/0@25 late" }));
    }

    [Test]
    public void Two_steps_of_one_occasion_are_both_taken()
    {
        _night.Policy = With(Level.Critical, After(0), After(0) with { Key = "critical/1", Notify = ["office"] });

        Assert.That(_night.At(0).Select(step => step.Name), Is.EqualTo(new[] { "critical/after-0", "critical/after-0#2" }));
        Assert.That(_night.At(1), Is.Empty);
    }

    [Test]
    public void A_step_recorded_under_its_configured_key_counts_as_taken()
    {
        _night.Happens(new IncidentChange.StepDone(new StepTaken("critical/0", 0, Opened, Opened)) { IncidentId = _night.Incident.Id, At = Opened });

        Assert.That(_night.At(1), Is.Empty);
    }

    [Test]
    public void The_next_instant_is_the_next_step_or_repetition_or_clock()
    {
        _night.At(0);
        Assert.That(NextAfter(0), Is.EqualTo(10));

        _night.At(10);
        Assert.That(NextAfter(10), Is.EqualTo(20));

        _night.IsAcknowledged(11);
        Assert.That(NextAfter(11), Is.EqualTo(45));

        _night.IsReported(12);
        Assert.That(NextAfter(12), Is.EqualTo(300));
    }

    private double? NextAfter(double minutes) => (EscalationClock.NextInstant(_night.Policy, _night.Incident, Opened.AddMinutes(minutes)) - Opened)?.TotalMinutes;
}
