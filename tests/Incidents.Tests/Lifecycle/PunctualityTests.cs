using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class PunctualityTests
{
    private static readonly DateTimeOffset Now = Opened.AddHours(3);

    [Test]
    public void Each_section_has_a_row_a_clock_with_what_was_met_late_and_open()
    {
        var rows = Punctuality.Of([Reported("征拆处", 30), Reported("征拆处", 150), Reported("征拆处", 180), Reported(null, null)], Opened, Opened.AddDays(1), Now);

        Assert.That(
            rows.Where(row => row.Clock == Clock.Report),
            Is.EqualTo(new[]
            {
                new PunctualityRow("征拆处", Clock.Report, 1, 2, 0, 0, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)),
                new PunctualityRow(null, Clock.Report, 0, 0, 1, 0, null, null),
            }));
        Assert.That(rows.Single(row => row is { Section: null, Clock: Clock.Statement }).Running, Is.EqualTo(1));
    }

    [Test]
    public void A_false_alarm_and_a_clock_of_another_month_are_not_counted()
    {
        var dismissed = Reported("征拆处", null) with { State = IncidentState.Dismissed };

        Assert.That(Punctuality.Of([dismissed], Opened, Opened.AddDays(1), Now), Is.Empty);
        Assert.That(Punctuality.Of([Reported("征拆处", 5)], Opened.AddDays(30), Opened.AddDays(60), Now), Is.Empty);
    }

    private static Incident Reported(string? section, int? minutes)
    {
        var incident = Incident() with { Assignment = section is null ? null : new Assignment(section, null, [], "张科", Opened) };
        return minutes is not { } after ? incident : IncidentFold.Apply(
            incident,
            new IncidentChange.Reported(new UpwardReport("市委总值班室", "张科", Opened.AddMinutes(after), null)) { IncidentId = incident.Id, At = Opened.AddMinutes(after) });
    }
}
