namespace OpinionWatch.Crawling.Health;

/// <summary>Seconds from publication, as pages say, to having been kept; over the last two hundred posts published while the source was watched.</summary>
/// <param name="P50">Half were quicker; null when there are none.</param>
/// <param name="P95">Nineteen of twenty were quicker; null when there are none.</param>
public sealed record Detection(double? P50, double? P95);
