using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>The machine's clock is set back under the desk, noticed first by whoever enters next.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClockSetBackTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Back = TimeSpan.FromHours(-2);

    private readonly ConfigFolder _folder = new ConfigFolder().Complete().Write("escalation.yaml", """
        levels:
          critical: { name: 特别重大, reportWithin: 1h }
        steps:
          critical:
            - { after: 0s, notify: [officer], by: [email] }
            - { after: 10m, notify: [officer], by: [email] }
          major:
            - { after: 0s, notify: [officer], by: [email] }
          general:
            - { after: 0s, notify: [officer], by: [email] }

        """);

    private Life _life = null!;

    private string Data => Path.Combine(_folder.Root, "clock-data");

    private IReadOnlyList<string> Steps => [.. Incident.Steps.Select(step => step.Step)];

    private Incident Incident { get; set; } = null!;

    [TearDown]
    public async Task End()
    {
        await _life.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_document_that_joins_before_the_jump_is_noticed_does_not_count_it_twice()
    {
        await BeginAsync(Level.Critical);
        _life.Clock.Offset = Back;

        await JoinAsync(Level.Critical);
        await _life.Desk.RearmAsync(CancellationToken.None);
        await SweepAsync();
        var atOnce = Incident;
        await SweepAsync(after: TimeSpan.FromMinutes(10));

        Assert.That(atOnce.Clocks.Single().State, Is.EqualTo(ClockState.Running));
        Assert.That(atOnce.Steps, Has.Count.EqualTo(1));
        Assert.That(Steps, Is.EqualTo(new[] { "critical/after-0", "critical/after-600" }), "ten minutes are ten minutes");
    }

    [Test]
    public async Task What_is_due_is_taken_though_nobody_ever_says_that_the_clock_was_set()
    {
        await BeginAsync(Level.Critical);
        _life.Clock.Offset = Back;

        await SweepAsync(after: TimeSpan.FromMinutes(10));

        Assert.That(Steps, Is.EqualTo(new[] { "critical/after-0", "critical/after-600" }));
    }

    [Test]
    public async Task A_start_with_the_clock_of_last_year_is_forgotten_once_that_is_right()
    {
        await BeginAsync(Level.Critical);
        await _life.DisposeAsync();
        _life = await Life.BeginAsync(Data, _folder.Good(), new SettableClock(Start.AddMinutes(1)) { Offset = TimeSpan.FromDays(-365) });

        _life.Clock.Offset = TimeSpan.Zero;
        await SweepAsync();
        var atOnce = Incident;
        await SweepAsync(after: TimeSpan.FromMinutes(9));

        Assert.That((atOnce.Clocks.Single().State, atOnce.Steps.Count), Is.EqualTo((ClockState.Running, 1)));
        Assert.That(Steps, Is.EqualTo(new[] { "critical/after-0", "critical/after-600" }));
        Assert.That(Incident.Steps[^1].TakenAt, Is.EqualTo(Start.AddMinutes(10)));
    }

    [Test]
    public async Task A_raise_after_it_is_told_in_time_and_its_next_step_only_when_that_is_due()
    {
        await BeginAsync(Level.General);
        _life.Clock.Advance(TimeSpan.FromMinutes(5));
        _life.Clock.Offset = Back;

        await JoinAsync(Level.Critical);
        await SweepAsync();
        var alerts = await _life.Store.ListDeliveriesAsync(Incident.Id, CancellationToken.None);

        Assert.That(Incident.LevelSince, Is.EqualTo(Start.AddMinutes(5)));
        Assert.That(Incident.LevelHistory[^1].At, Is.EqualTo(Start.AddMinutes(5) + Back), "what the clock showed");
        Assert.That(Steps, Is.EqualTo(new[] { "general/after-0", "critical/after-0" }));
        Assert.That(alerts.Where(delivery => delivery.Alert.Late), Is.Empty);
        Assert.That(alerts.Single(delivery => delivery.Alert.Level == Level.Critical).Alert.Text, Does.Contain("还剩55分钟"));
    }

    [Test]
    public async Task The_dispatcher_knows_how_far_the_incidents_time_is_ahead()
    {
        await BeginAsync(Level.Critical);
        var before = _life.Context.LeadOf(Incident);
        _life.Clock.Offset = Back;

        await SweepAsync(after: TimeSpan.FromMinutes(10));

        Assert.That((before, _life.Context.LeadOf(Incident)), Is.EqualTo((TimeSpan.Zero, -Back)));
    }

    [TestCase(59, ClockState.Met)]
    [TestCase(61, ClockState.Missed)]
    public async Task Whether_a_report_is_in_time_does_not_hang_on_the_clock(int minutes, ClockState expected)
    {
        await BeginAsync(Level.Critical);
        _life.Clock.Offset = Back;
        _life.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var (reported, _) = await _life.Desk.ActAsync(Incident.Id, context => IncidentLifecycle.Report(context.Incident, "省厅", "张科", null, null, null, context.Now), CancellationToken.None);

        Assert.That(reported!.Clocks.Single().State, Is.EqualTo(expected));
        Assert.That(reported.Reports.Single().At, Is.EqualTo(_life.Clock.GetUtcNow()));
    }

    private async Task BeginAsync(Level level)
    {
        _life = await Life.BeginAsync(Data, _folder.Good(), new SettableClock(Start));
        var (document, analysis) = Matters.Of(0, level, Start);
        await _life.Desk.TakeAsync(document, analysis, null, null, CancellationToken.None);
        Incident = (await _life.Desk.ListAsync(CancellationToken.None)).Single();
    }

    /// <summary>Another floor of the same thread is found.</summary>
    private async Task JoinAsync(Level level)
    {
        var (document, analysis) = Matters.Of(0, level, Start);
        await _life.Desk.TakeAsync(document with { Id = "floor", Text = document.Text + "又有人受伤了。", Kind = DocumentKind.Reply }, analysis with { Id = "floor" }, null, null, CancellationToken.None);
    }

    private async Task SweepAsync(TimeSpan after = default)
    {
        _life.Clock.Advance(after);
        await _life.Desk.SweepAsync(CancellationToken.None);
        Incident = (await _life.Desk.ListAsync(CancellationToken.None)).Single();
    }
}
