using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>Decides which steps of the policy (升级策略) an incident has reached, and when it must be asked again. Reads no clock and keeps nothing.</summary>
public static class EscalationClock
{
    /// <summary>Lists the steps due at <paramref name="now"/> that were not taken yet, oldest first.</summary>
    /// <returns>
    /// Empty when the incident has ended or its level has no steps. Several when the service was down across their instants: a step is told late, never skipped; of the
    /// repetitions missed only the latest is told. All of them are to be kept in this order, best in one write.
    /// </returns>
    public static IReadOnlyList<DueStep> Due(EscalationPolicy policy, Incident incident, DateTimeOffset now)
    {
        var due = new List<DueStep>();
        foreach (var plan in StepPlan.Of(policy, incident))
        {
            if (plan.FirstAt <= now && !plan.IsTaken(0))
            {
                due.Add(Step(policy, plan, 0, now));
            }

            if (plan.LatestRepetition(now) is > 0 and var latest && !plan.IsTaken(latest))
            {
                due.Add(Step(policy, plan, latest, now));
            }
        }

        due.Sort((one, other) => (one.DueAt, one.Occurrence).CompareTo((other.DueAt, other.Occurrence)));
        return due;
    }

    /// <summary>Gives the next instant anything can become due: a step, a repetition, or a running clock to be missed.</summary>
    /// <returns>An instant not after <paramref name="now"/> when something is due already; null when nothing will be unless the incident or the policy changes.</returns>
    public static DateTimeOffset? NextInstant(EscalationPolicy policy, Incident incident, DateTimeOffset now)
    {
        var steps = StepPlan.Of(policy, incident).Select(plan => plan.NextAt(now));
        var clocks = incident.IsLive
            ? incident.Clocks.Where(clock => clock.State == ClockState.Running && clock.MetAt is null).Select(clock => (DateTimeOffset?)clock.DueAt)
            : [];
        return steps.Concat(clocks).Min();
    }

    private static DueStep Step(EscalationPolicy policy, StepPlan plan, int occurrence, DateTimeOffset now)
    {
        var dueAt = plan.At(occurrence);
        return new DueStep(plan.Step, plan.Name, occurrence, dueAt, now - dueAt > policy.LateAfter);
    }
}
