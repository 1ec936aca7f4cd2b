namespace OpinionWatch.Alerts;

/// <summary><c>digest:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record DigestOptions
{
    /// <summary>Time of day the daily digest goes out; null = never.</summary>
    public TimeOnly? Daily { get; init; }

    /// <summary>Ids of contacts and groups it goes to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];
}
