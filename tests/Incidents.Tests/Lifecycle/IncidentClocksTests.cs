using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using static OpinionWatch.Incidents.Tests.Lifecycle.Given;

namespace OpinionWatch.Incidents.Tests.Lifecycle;

public sealed class IncidentClocksTests
{
    [Test]
    public void A_critical_incident_has_one_hour_to_be_reported_and_five_to_be_stated()
    {
        var clocks = IncidentClocks.For(Level.Critical, Policy, Opened, Opened.AddDays(-1));

        Assert.That(Words(clocks), Is.EqualTo(new[] { "report 60 Running", "statement 300 Running", "briefing 1440 Running" }));
    }

    [Test]
    public void From_publication_a_limit_passed_before_detection_is_missed_at_once()
    {
        var clocks = IncidentClocks.For(Level.Major, Policy with { FromPublication = true }, Opened, Opened.AddHours(-3));

        Assert.That(Words(clocks), Is.EqualTo(new[] { "report -60 Missed", "statement 120 Running" }));
    }

    [TestCase(null)]
    [TestCase(30)]
    public void From_publication_an_unknown_or_later_publication_counts_as_detection(int? minutesLater)
    {
        DateTimeOffset? published = minutesLater is { } minutes ? Opened.AddMinutes(minutes) : null;

        var clocks = IncidentClocks.For(Level.General, Policy with { FromPublication = true }, Opened, published);

        Assert.That(Words(clocks), Is.EqualTo(new[] { "reply 2880 Running" }));
    }

    [Test]
    public void A_raised_level_shortens_running_clocks_keeps_met_ones_and_drops_what_it_lacks()
    {
        var incident = Incident(Level.Major) with
        {
            Clocks =
            [
                new Clock("report", Opened.AddHours(2), null, ClockState.Running),
                new Clock("statement", Opened.AddHours(5), Opened.AddMinutes(20), ClockState.Met),
                new Clock("reply", Opened.AddHours(48), null, ClockState.Running),
            ],
        };

        var clocks = IncidentClocks.After(incident, Level.Critical, Policy, Opened.AddMinutes(30));

        Assert.That(Words(clocks), Is.EqualTo(new[] { "report 60 Running", "statement 300 Met", "briefing 1440 Running" }));
    }

    [Test]
    public void A_level_raised_after_the_new_limit_has_passed_is_missed_at_once()
    {
        var clocks = IncidentClocks.After(Incident(Level.Major), Level.Critical, Policy, Opened.AddMinutes(90));

        Assert.That(Words(clocks)[0], Is.EqualTo("report 60 Missed"));
    }

    [Test]
    public void A_met_clock_the_new_level_lacks_stays_as_history()
    {
        var incident = Incident(Level.Major) with { Clocks = [new Clock("report", Opened.AddHours(2), Opened.AddHours(1), ClockState.Met)] };

        Assert.That(Words(IncidentClocks.After(incident, Level.General, Policy, Opened.AddHours(3))), Is.EqualTo(new[] { "reply 2880 Running", "report 120 Met" }));
    }

    [Test]
    public void Clocks_are_missed_at_their_instant_once_and_not_after_the_end()
    {
        var incident = Incident(Level.Major);

        Assert.That(IncidentClocks.Missed(incident, Opened.AddHours(2).AddTicks(-1)), Is.Empty);
        var missed = IncidentClocks.Missed(incident, Opened.AddHours(9));
        Assert.That(missed.OfType<IncidentChange.ClockMoved>().Select(moved => moved.Clock.Name), Is.EqualTo(new[] { "report", "statement" }));
        Assert.That(IncidentClocks.Missed(missed.Aggregate(incident, IncidentFold.Apply), Opened.AddHours(9)), Is.Empty);
        Assert.That(IncidentClocks.Missed(incident with { State = IncidentState.Closed }, Opened.AddHours(9)), Is.Empty);
    }

    private static string[] Words(IEnumerable<Clock> clocks) => [.. clocks.Select(clock => $"{clock.Name} {(clock.DueAt - Opened).TotalMinutes} {clock.State}")];
}
