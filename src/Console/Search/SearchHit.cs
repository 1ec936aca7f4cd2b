using OpinionWatch.Model;

namespace OpinionWatch.Console.Search;

/// <summary>A document that was found.</summary>
public sealed record SearchHit
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Id of its source.</summary>
    public string? Site { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, as the page says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was kept.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>Its level.</summary>
    public Level Level { get; init; }

    /// <summary>Its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>It concerns the configured area.</summary>
    public bool InArea { get; init; }

    /// <summary>The incident it belongs to.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Where its evidence lies.</summary>
    public string? Evidence { get; init; }

    /// <summary>A stretch of the text round what was found; plain text from outside, to be made inert before it is shown.</summary>
    public string Snippet { get; init; } = "";

    /// <summary>Places in <see cref="Title"/> that were looked for.</summary>
    public IReadOnlyList<SearchMark> TitleMarks { get; init; } = [];

    /// <summary>Places in <see cref="Snippet"/> that were looked for.</summary>
    public IReadOnlyList<SearchMark> Marks { get; init; } = [];
}
