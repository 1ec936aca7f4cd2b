namespace OpinionWatch.Worker.Watchdog;

/// <summary>What the watchdog makes of what it sees. A closed type: the cases are the nested records.</summary>
internal abstract record WatchdogFinding
{
    private WatchdogFinding()
    {
    }

    /// <summary>The service lives.</summary>
    public sealed record Well : WatchdogFinding;

    /// <summary>It has been silent, but not for long enough to tell.</summary>
    /// <param name="Silent">For how long.</param>
    public sealed record Waiting(TimeSpan Silent) : WatchdogFinding;

    /// <summary>It is in trouble, and people are told.</summary>
    /// <param name="Kind">What kind of trouble.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Why">What is known of it, in Chinese.</param>
    public sealed record Alarm(TroubleKind Kind, DateTimeOffset Since, string Why) : WatchdogFinding;
}
