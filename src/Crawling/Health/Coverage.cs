namespace OpinionWatch.Crawling.Health;

/// <summary>Hours of the last day in which a source was seen.</summary>
/// <param name="Hours">Hours seen; an hour in which some visits failed counts in part.</param>
/// <param name="Of">Hours it was to be watched, at most 24.</param>
public sealed record Coverage(double Hours, double Of);
