namespace OpinionWatch.Worker.Configuration;

/// <summary><c>drill:</c> of <c>opinionwatch.yaml</c>: the weekly drill (演习).</summary>
public sealed record DrillOptions
{
    /// <summary>When in the week, by the bureau's clock; null = never by itself.</summary>
    public WeeklyTime? Weekly { get; init; }

    /// <summary>The contact it goes to; null where there is no weekly drill.</summary>
    public string? To { get; init; }

    /// <summary>How long the canary may take from publication to every channel of the contact. Default 5 minutes.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(5);
}
