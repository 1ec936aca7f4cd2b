using OpinionWatch.Crawling.Health;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>A page the frontier knows: a list page that is visited again and again, or an item waiting to be fetched.</summary>
public sealed record FrontierEntry
{
    /// <summary>Canonical address: the entry's name.</summary>
    public required string Key { get; init; }

    /// <summary>Address to ask for.</summary>
    public required string Url { get; init; }

    /// <summary>Id of the source it belongs to.</summary>
    public required string Source { get; init; }

    /// <summary>What it is.</summary>
    public required PageRole Role { get; init; }

    /// <summary>When it may be asked for next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was first met.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was last answered; null when never.</summary>
    public DateTimeOffset? VisitedAt { get; init; }

    /// <summary>ETag of the last answer.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the last answer, as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the last body.</summary>
    public string? BodyHash { get; init; }

    /// <summary>Attempts that failed since the last answer.</summary>
    public int Failures { get; init; }

    /// <summary>Those of them in which an item came and could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>When the first of the attempts failed, or was put off; null when the last one was answered.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Times the site asked for less when an item was asked for.</summary>
    public int PutOff { get; init; }

    /// <summary>Visits in a row, up to the last, that showed nothing new.</summary>
    public int Quiet { get; init; }

    /// <summary>How many items a list usually shows; 0 while it was never read.</summary>
    public int Usual { get; init; }

    /// <summary>How many new items it usually shows at which hour; null for what is no list, or was never read.</summary>
    public ListRhythm? Rhythm { get; init; }

    /// <summary>What the list said about it, kept for when the page itself cannot be had: JSON of a <c>ListedItem</c>. Of a list, how it is read.</summary>
    public string? Hint { get; init; }

    /// <summary>What was read last, where a change of it is what counts: the text of a watched page.</summary>
    public string? Memory { get; init; }

    /// <summary>Of a sitemap, when it last dated nearly everything anew and that was taken as no change; null when it never did.</summary>
    public DateTimeOffset? RedatedAt { get; init; }

    /// <summary>What is remembered of a part of a sitemap index; null for everything else.</summary>
    public SitemapPart? Part { get; init; }
}
