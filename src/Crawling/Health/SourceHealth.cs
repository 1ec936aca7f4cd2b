using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Health;

/// <summary>How well a source is seen (CONTRACT.md, <c>GET /api/sources</c>).</summary>
public sealed record SourceHealth
{
    /// <summary>Id of the source.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind; the one found out where the configuration says auto.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Whether it is seen.</summary>
    public required SourceState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it is not seen and what to do, in Chinese. While it is seen: that its pause leaves no room for the interval asked for; else null.</summary>
    public string? Why { get; init; }

    /// <summary>The reason of the last failed visit, in Chinese, also before it makes the source blind; null when every list was read at its last visit.</summary>
    public string? Trouble { get; init; }

    /// <summary>When one of its lists was last answered with something that could be read; null when never.</summary>
    public DateTimeOffset? LastVisitAt { get; init; }

    /// <summary>When a new item was last met, since the start of the process; null when none was.</summary>
    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>How fast its posts are found.</summary>
    public required Detection Detection { get; init; }

    /// <summary>How much of the last day it was seen.</summary>
    public required Coverage Coverage { get; init; }
}
