namespace OpinionWatch.Crawling.Robots;

/// <summary>What one robots.txt says to one crawler.</summary>
public sealed class RobotsRules
{
    private readonly RobotsRule[] _rules;

    /// <summary>Orders the rules of the crawler's group.</summary>
    /// <param name="rules">Its rules.</param>
    /// <param name="crawlDelay">Its crawl-delay; null when there is none.</param>
    public RobotsRules(IEnumerable<RobotsRule> rules, TimeSpan? crawlDelay)
    {
        // Longest pattern first; of two as long, allow first (RFC 9309 §2.2.2).
        _rules = [.. rules.OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)];
        CrawlDelay = crawlDelay;
    }

    /// <summary>The rules, the one that counts first.</summary>
    public IReadOnlyList<RobotsRule> Rules => _rules;

    /// <summary>Nothing is forbidden.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>The pause the site asks for (an extension many sites use); null when it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Says whether the address may be fetched. /robots.txt always may.</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsPath.OfUrl(url);
        return path == "/robots.txt" || (Array.Find(_rules, rule => rule.Matches(path))?.Allow ?? true);
    }
}
