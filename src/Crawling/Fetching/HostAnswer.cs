namespace OpinionWatch.Crawling.Fetching;

/// <summary>What an answer means for the pause before the next request.</summary>
/// <param name="Healthy">The host answered as it should; false makes the pauses grow.</param>
/// <param name="Hold">How long the host asked us to stay away; null when it did not say.</param>
public sealed record HostAnswer(bool Healthy, TimeSpan? Hold)
{
    /// <summary>A proper answer.</summary>
    public static HostAnswer Good { get; } = new(Healthy: true, null);

    /// <summary>No answer, or one that shows that the host is in trouble.</summary>
    public static HostAnswer Troubled { get; } = new(Healthy: false, null);

    /// <summary>Nothing was learned about the host: the request was given up by us.</summary>
    public static HostAnswer Unknown { get; } = new(Healthy: true, TimeSpan.Zero);
}
