namespace OpinionWatch.Worker.Watching;

/// <summary>What the service says of itself in <c>heartbeat.json</c> of the data folder.</summary>
internal sealed record Heartbeat
{
    /// <summary>Version of the shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Grows by one a beat.</summary>
    public long Beat { get; init; }

    /// <summary>When all essential loops were last seen turning.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the process began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Number of the process.</summary>
    public int Process { get; init; }

    /// <summary>Where the console answers.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [];

    /// <summary>What each loop is doing.</summary>
    public IReadOnlyDictionary<string, string> Loops { get; init; } = new Dictionary<string, string>();

    /// <summary>It was stopped as it should be.</summary>
    public bool Stopped { get; init; }
}
