namespace OpinionWatch.Model;

/// <summary>One step of an escalation policy (升级步骤). Exactly one of <see cref="After"/>, <see cref="Before"/> and <see cref="Missed"/> is set.</summary>
public sealed record EscalationStep
{
    /// <summary>Stable name, unique in the policy, e.g. <c>critical/1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Time after the incident was opened (or first published, or reached the level).</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Time before the clock <see cref="Of"/> is due.</summary>
    public TimeSpan? Before { get; init; }

    /// <summary>Clock that <see cref="Before"/> counts back from.</summary>
    public string? Of { get; init; }

    /// <summary>Clock whose being missed is the occasion.</summary>
    public string? Missed { get; init; }

    /// <summary>What makes the step needless; null = nothing does but the end of the incident.</summary>
    public StepCondition? Unless { get; init; }

    /// <summary>Ids of contacts and groups.</summary>
    public required IReadOnlyList<string> Notify { get; init; }

    /// <summary>Channels, all at once.</summary>
    public required IReadOnlyList<ChannelKind> By { get; init; }

    /// <summary>Time between repetitions, counted from the step's own instant; null = once.</summary>
    public TimeSpan? RepeatEvery { get; init; }
}
