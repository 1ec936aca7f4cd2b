namespace OpinionWatch.Model;

/// <summary>Whom to tell when, and by when what must have been done (升级策略): <c>config/escalation.yaml</c>.</summary>
public sealed record EscalationPolicy
{
    /// <summary>Names and clocks of each level; a level without an entry has its Chinese default name and no clocks.</summary>
    public IReadOnlyDictionary<Level, LevelRule> Levels { get; init; } = new Dictionary<Level, LevelRule>();

    /// <summary>Steps of each level in the order of the file; a level without steps only goes to the digest.</summary>
    public IReadOnlyDictionary<Level, IReadOnlyList<EscalationStep>> Steps { get; init; } = new Dictionary<Level, IReadOnlyList<EscalationStep>>();

    /// <summary>Clocks and steps run from first publication instead of detection.</summary>
    public bool FromPublication { get; init; }

    /// <summary>A step put in the outbox later than this behind its instant says so. Default 1 minute.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Messages to one person within <see cref="LimitPer"/>; more are bundled. 0 = no limit. Default 6.</summary>
    public int LimitMessages { get; init; } = 6;

    /// <summary>The span <see cref="LimitMessages"/> counts over. Default 10 minutes.</summary>
    public TimeSpan LimitPer { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When spread alone raises a level; empty = never.</summary>
    public IReadOnlyList<SpreadRule> Spread { get; init; } = [];

    /// <summary>Gives the name people see: the configured one, or 特别重大, 重大, 一般, 关注, 无.</summary>
    public string NameOf(Level level) => Levels.TryGetValue(level, out var rule) && rule.Name.Length > 0
        ? rule.Name
        : level switch
        {
            Level.Critical => "特别重大",
            Level.Major => "重大",
            Level.General => "一般",
            Level.Watch => "关注",
            _ => "无",
        };
}
