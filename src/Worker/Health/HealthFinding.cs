namespace OpinionWatch.Worker.Health;

/// <summary>Something wrong with the service.</summary>
/// <param name="Stops">It keeps the service from crawling or keeping.</param>
/// <param name="Text">The fault, since when, and the cure.</param>
internal sealed record HealthFinding(bool Stops, string Text);
