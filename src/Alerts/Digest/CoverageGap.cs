namespace OpinionWatch.Alerts.Digest;

/// <summary>A time in which a source was not seen.</summary>
/// <param name="From">First instant not covered.</param>
/// <param name="To">First instant covered again, or the end of the period.</param>
/// <param name="Why">Why, in Chinese; null when unknown (the service was not running).</param>
public sealed record CoverageGap(DateTimeOffset From, DateTimeOffset To, string? Why);
