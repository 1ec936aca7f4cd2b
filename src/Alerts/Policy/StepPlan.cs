using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>One step of the policy laid over one incident: when it and its repetitions are due, and which were taken.</summary>
internal sealed class StepPlan
{
    private readonly HashSet<int> _taken;

    private StepPlan(string name, EscalationStep step, DateTimeOffset firstAt, HashSet<int> taken)
    {
        Name = name;
        Step = step;
        FirstAt = firstAt;
        _taken = taken;
    }

    /// <summary>The step's lasting name.</summary>
    public string Name { get; }

    /// <summary>The step as configured.</summary>
    public EscalationStep Step { get; }

    /// <summary>When the step itself is due.</summary>
    public DateTimeOffset FirstAt { get; }

    private bool CountsFromStart => Step.Before is null && Step.Missed is null;

    private TimeSpan? Every => Step.RepeatEvery > TimeSpan.Zero ? Step.RepeatEvery : null;

    /// <summary>Lists the steps of the incident's level that are not needless, in the order of the file.</summary>
    public static IEnumerable<StepPlan> Of(EscalationPolicy policy, Incident incident)
    {
        if (!incident.IsLive)
        {
            return [];
        }

        var standing = new LevelStanding(policy, incident);
        var plans = StepNames.Of(policy, incident.Level)
            .Select(named => (named.Name, named.Step, At: standing.InstantOf(named.Step)))
            .Where(planned => planned.At is not null)
            .Select(planned => new StepPlan(planned.Name, planned.Step, planned.At!.Value, standing.Taken(planned.Name, planned.Step, planned.At.Value)))
            .ToList();

        // Steps are taken oldest first. An `after` step older than one already taken was therefore not in the file when its instant came: an edit put it in.
        // Steps about a clock are exempt, for clocks can be moved.
        var reached = plans
            .Where(plan => plan.CountsFromStart && plan._taken.Count > 0)
            .Select(plan => plan.At(plan._taken.Max()))
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
        return plans.Where(plan => !standing.IsNeedless(plan.Step) && (plan._taken.Count > 0 || !plan.CountsFromStart || plan.FirstAt >= reached));
    }

    /// <summary>Gives the instant of the step (0) or of a repetition.</summary>
    public DateTimeOffset At(int occurrence) => Every is { } every ? FirstAt + (every * occurrence) : FirstAt;

    /// <summary>Says whether an occurrence was taken.</summary>
    public bool IsTaken(int occurrence) => _taken.Contains(occurrence);

    /// <summary>Gives the latest repetition whose instant has come; 0 when none has, or the step does not repeat.</summary>
    public int LatestRepetition(DateTimeOffset now) =>
        Every is { } every && now > FirstAt ? (int)Math.Min((now - FirstAt).Ticks / every.Ticks, int.MaxValue) : 0;

    /// <summary>Gives the next instant the step asks for attention; null when it never will.</summary>
    public DateTimeOffset? NextAt(DateTimeOffset now)
    {
        if (!IsTaken(0))
        {
            return FirstAt;
        }

        if (Every is null)
        {
            return null;
        }

        var next = LatestRepetition(now);
        while (next == 0 || IsTaken(next))
        {
            next++;
        }

        return At(next);
    }
}
