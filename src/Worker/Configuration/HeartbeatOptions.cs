namespace OpinionWatch.Worker.Configuration;

/// <summary><c>heartbeat:</c> of <c>opinionwatch.yaml</c>: where the service says that it lives, besides the file in the data folder.</summary>
public sealed record HeartbeatOptions
{
    /// <summary>Address asked by GET while everything turns; null = none.</summary>
    public Uri? Url { get; init; }

    /// <summary>Time between two of these. Default 1 minute.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);
}
