namespace OpinionWatch.Crawling.Running;

/// <summary>Whether the crawler turns.</summary>
/// <param name="SinceTurn">Time since its housekeeper went round; it does twice a second.</param>
/// <param name="InHand">Visits in hand.</param>
/// <param name="OldestVisit">How long the oldest of them is in hand; zero when there is none.</param>
/// <param name="SinceVisit">Time since a visit ended.</param>
public sealed record CrawlProgress(TimeSpan SinceTurn, int InHand, TimeSpan OldestVisit, TimeSpan SinceVisit);
