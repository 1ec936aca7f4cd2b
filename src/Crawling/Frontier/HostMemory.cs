using OpinionWatch.Crawling.Robots;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>What must outlive the process of one host, so that a start is no burst: how long it asked us to stay away, and what its robots.txt says.</summary>
public sealed record HostMemory
{
    /// <summary>Its name: <c>host:port</c> for a hold, scheme and authority for a robots.txt.</summary>
    public required string Key { get; init; }

    /// <summary>Until when the host asked us to stay away; null when it did not, or no longer.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Its robots.txt; null where this is no record of one.</summary>
    public StoredRobots? Robots { get; init; }
}
