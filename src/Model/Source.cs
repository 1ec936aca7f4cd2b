namespace OpinionWatch.Model;

/// <summary>A site we watch (信源): one entry of <c>config/sites/*.yaml</c>.</summary>
public sealed record Source
{
    /// <summary>Short name, unique in the configuration: letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>How it publishes.</summary>
    public SourceKind Kind { get; init; } = SourceKind.Auto;

    /// <summary>What kind of voice it is.</summary>
    public SourceTier Tier { get; init; } = SourceTier.Portal;

    /// <summary>The region the source itself implies; null for national sources.</summary>
    public string? Region { get; init; }

    /// <summary>Addresses a visit starts from: list pages, boards, feeds. At least one; http or https.</summary>
    public required IReadOnlyList<Uri> Start { get; init; }

    /// <summary>Time between two visits. Default 5 minutes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Least pause between two requests to the host; null takes <c>fetch.delay</c>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>How many pages of a list a visit follows; <see cref="int.MaxValue"/> for <c>all</c>. Default 1.</summary>
    public int ListPages { get; init; } = 1;

    /// <summary>CSS selectors that say where things stand on this site's item pages; null leaves it to the reader.</summary>
    public SourceSelectors? Select { get; init; }

    /// <summary>False pauses the source: it stays in the console, and no request is made.</summary>
    public bool Enabled { get; init; } = true;
}
