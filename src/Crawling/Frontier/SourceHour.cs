namespace OpinionWatch.Crawling.Frontier;

/// <summary>What was seen of a source in one hour: the digest's coverage is the sum of these.</summary>
public sealed record SourceHour
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The hour's first instant, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>Visits that were answered with something that could be read.</summary>
    public int Seen { get; init; }

    /// <summary>Visits that failed.</summary>
    public int Failed { get; init; }

    /// <summary>New items met.</summary>
    public int New { get; init; }

    /// <summary>Why the last failed visit failed, in Chinese.</summary>
    public string? Why { get; init; }
}
