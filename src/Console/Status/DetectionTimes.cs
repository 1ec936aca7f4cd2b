namespace OpinionWatch.Console.Status;

/// <summary>Seconds from publication to detection.</summary>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
public sealed record DetectionTimes(double P50, double P95);
