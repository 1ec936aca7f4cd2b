namespace OpinionWatch.Worker.Configuration;

/// <summary><c>watchdog:</c> of <c>opinionwatch.yaml</c>: who hears that the service itself is in trouble, and when.</summary>
public sealed record WatchdogOptions
{
    /// <summary>Contacts and groups; empty takes those of the digest, then those of the first critical step, then everybody.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>How long the service may be silent before the watchdog tells. Default 5 minutes.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time between two tellings while it lasts. Default 30 minutes.</summary>
    public TimeSpan RepeatEvery { get; init; } = TimeSpan.FromMinutes(30);
}
