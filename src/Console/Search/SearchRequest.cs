using OpinionWatch.Model;

namespace OpinionWatch.Console.Search;

/// <summary>What is looked for.</summary>
public sealed record SearchRequest
{
    /// <summary>Words, all of which must be there; several in double quotes stand together as written.</summary>
    public required string Query { get; init; }

    /// <summary>Only documents published (or, when the page does not say, found) at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only documents published before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only of this source.</summary>
    public string? Site { get; init; }

    /// <summary>Only of this level.</summary>
    public Level? Level { get; init; }

    /// <summary>Only with this topic.</summary>
    public string? Topic { get; init; }

    /// <summary>Only inside, or only outside, the configured area.</summary>
    public bool? InArea { get; init; }

    /// <summary>Best first instead of newest first.</summary>
    public bool ByRelevance { get; init; }

    /// <summary>Where the page begins: the place an earlier answer gave; null begins at the first.</summary>
    public long? After { get; init; }
}
