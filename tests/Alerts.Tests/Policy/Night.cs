using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Policy;

/// <summary>A policy, an incident and the hours that pass over it: what the escalation job does, without the job.</summary>
internal sealed class Night
{
    public static readonly DateTimeOffset Opened = new(2026, 3, 4, 1, 0, 0, TimeSpan.Zero);

    public EscalationPolicy Policy { get; set; } = Shipped();

    public Incident Incident { get; set; } = Of(Level.Critical);

    /// <summary>Everything taken, in order.</summary>
    public List<DueStep> Told { get; } = [];

    /// <summary>The policy of CONTRACT.md.</summary>
    public static EscalationPolicy Shipped() => With(
        Level.Critical,
        After(0) with { Key = "critical/0", Notify = ["officer", "office", "leaders"] },
        After(10) with { Key = "critical/1", Unless = StepCondition.Acknowledged, Notify = ["leaders"], RepeatEvery = TimeSpan.FromMinutes(10) },
        Before(15, Clock.Report) with { Key = "critical/2", Unless = StepCondition.Reported });

    public static EscalationPolicy With(Level level, params EscalationStep[] steps) => new()
    {
        Levels = new Dictionary<Level, LevelRule>
        {
            [Level.Critical] = new("特别重大", [new("report", TimeSpan.FromHours(1)), new("statement", TimeSpan.FromHours(5))]),
            [Level.General] = new("一般", [new("reply", TimeSpan.FromHours(48))]),
        },
        Steps = new Dictionary<Level, IReadOnlyList<EscalationStep>> { [level] = steps },
    };

    public static EscalationStep After(double minutes) => Blank() with { After = TimeSpan.FromMinutes(minutes) };

    public static EscalationStep Before(double minutes, string clock) => Blank() with { Before = TimeSpan.FromMinutes(minutes), Of = clock };

    public static EscalationStep Missed(string clock) => Blank() with { Missed = clock };

    public static Incident Of(Level level) => new()
    {
        Id = "20260304-0001",
        Level = level,
        LevelSince = Opened,
        LevelHistory = [new LevelChange(Opened, level, IncidentChange.System, "")],
        Title = "某村夜间强拆",
        OpenedAt = Opened,
        Clocks = level == Level.Critical
            ? [new Clock(Clock.Report, Opened.AddHours(1), null, ClockState.Running), new Clock(Clock.Statement, Opened.AddHours(5), null, ClockState.Running)]
            : [new Clock(Clock.Reply, Opened.AddHours(48), null, ClockState.Running)],
    };

    /// <summary>One sweep at so many minutes after the opening; takes and returns what is due.</summary>
    public IReadOnlyList<DueStep> At(double minutes)
    {
        var now = Opened.AddMinutes(minutes);
        var due = EscalationClock.Due(Policy, Incident, now);
        foreach (var step in due)
        {
            Happens(step.TakenAt(Incident, now));
            Told.Add(step);
        }

        return due;
    }

    public void Happens(IncidentChange change) => Incident = IncidentFold.Apply(Incident, change);

    public void IsAcknowledged(double minutes) =>
        Happens(new IncidentChange.Acknowledged { IncidentId = Incident.Id, At = Opened.AddMinutes(minutes), By = "局办公室" });

    public void IsReported(double minutes) =>
        Happens(new IncidentChange.Reported(new UpwardReport("市委总值班室", "局办公室", Opened.AddMinutes(minutes), null)) { IncidentId = Incident.Id, At = Opened.AddMinutes(minutes) });

    public void BecomesLevel(Level level, double minutes) =>
        Happens(new IncidentChange.LevelSet(level, Of(level).Clocks, null) { IncidentId = Incident.Id, At = Opened.AddMinutes(minutes) });

    public static string[] Words(IEnumerable<DueStep> steps) =>
        [.. steps.Select(step => $"{step.Name}/{step.Occurrence}@{(step.DueAt - Opened).TotalMinutes}{(step.Late ? " late" : "")}")];

    private static EscalationStep Blank() => new() { Key = "critical/0", Notify = ["leaders"], By = [ChannelKind.Email] };
}
