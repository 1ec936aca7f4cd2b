namespace OpinionWatch.Worker.Watchdog;

/// <summary>What the watchdog remembers from look to look, in its own small file.</summary>
internal sealed record WatchdogMemory
{
    /// <summary>Version of the shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it looked first.</summary>
    public DateTimeOffset? FirstLookAt { get; init; }

    /// <summary>The heart it saw beating: start of the process and number of the beat.</summary>
    public string? Beat { get; init; }

    /// <summary>When the heart was last known to beat, by the watchdog's clock.</summary>
    public DateTimeOffset? BeatAt { get; init; }

    /// <summary>Since when the console does not answer; null while it does.</summary>
    public DateTimeOffset? DeafSince { get; init; }

    /// <summary>The trouble people are told of; null when there is none.</summary>
    public OpenAlarm? Alarm { get; init; }
}
