namespace OpinionWatch.Crawling.Robots;

/// <summary>The rules of one robots.txt for one crawler, as they are kept.</summary>
/// <param name="Token">The product token they were read for.</param>
/// <param name="AskedAt">When the file was asked for.</param>
/// <param name="Rules">The rules.</param>
/// <param name="CrawlDelay">The pause it asks for; null for none.</param>
public sealed record StoredRobots(string Token, DateTimeOffset AskedAt, IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay);
