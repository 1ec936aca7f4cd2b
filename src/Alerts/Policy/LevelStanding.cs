using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>How an incident came to its present level, and what follows for the instants of that level's steps.</summary>
internal sealed class LevelStanding(EscalationPolicy policy, Incident incident)
{
    private readonly bool _raised = incident.LevelHistory.Count > 1 && incident.LevelHistory[^1].To > incident.LevelHistory[^2].To;
    private readonly bool _lowered = incident.LevelHistory.Count > 1 && incident.LevelHistory[^1].To < incident.LevelHistory[^2].To;

    /// <summary>The instant <c>after</c> counts from: when a higher level was reached, else detection or first publication.</summary>
    private DateTimeOffset Start => _raised
        ? incident.LevelSince
        : policy.FromPublication && incident.FirstPublishedAt < incident.OpenedAt ? incident.FirstPublishedAt.Value : incident.OpenedAt;

    /// <summary>The earliest instant anyone could have been told anything at this level.</summary>
    private DateTimeOffset Known => _raised ? incident.LevelSince : incident.OpenedAt;

    /// <summary>Gives the instant a step is due; null when the incident gives no occasion for it.</summary>
    public DateTimeOffset? InstantOf(EscalationStep step)
    {
        var at = step switch
        {
            { Missed: { } clock } => MissedAt(clock),
            { Before: { } before } => BeforeAt(step.Of, before),
            _ => Start + (step.After ?? TimeSpan.Zero),
        };

        // Who was told at the higher level is not told again because the level was lowered.
        return _lowered && at <= incident.LevelSince ? null : at;
    }

    /// <summary>Gives the occurrences of a step that were taken at this level.</summary>
    public HashSet<int> Taken(string name, EscalationStep step, DateTimeOffset firstAt) =>
        [.. incident.Steps
            .Where(taken => (taken.Step == name || (taken.Step == step.Key && IsAt(taken, step, firstAt))) && (!_raised || taken.DueAt >= incident.LevelSince))
            .Select(taken => taken.Occurrence)];

    /// <summary>Says whether a step need not be taken any more: its <c>unless</c> holds, or the clock it is about was met.</summary>
    public bool IsNeedless(EscalationStep step)
    {
        if (step.Unless is { } condition && StepConditions.Holds(incident, condition))
        {
            return true;
        }

        var about = step.Missed ?? (step.Before is null ? null : step.Of);
        return about is not null && Find(about) is { MetAt: not null };
    }

    private static bool IsAt(StepTaken taken, EscalationStep step, DateTimeOffset firstAt) =>
        taken.DueAt == firstAt + ((step.RepeatEvery ?? TimeSpan.Zero) * taken.Occurrence);

    private DateTimeOffset? MissedAt(string name) => Find(name) is { } clock ? Later(clock.DueAt, Known) : null;

    private DateTimeOffset? BeforeAt(string? name, TimeSpan before) =>
        Find(name) is { } clock && clock.DueAt > Known ? Later(clock.DueAt - before, Known) : null;

    private Clock? Find(string? name) => incident.Clocks.Find(clock => clock.Name == name);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
