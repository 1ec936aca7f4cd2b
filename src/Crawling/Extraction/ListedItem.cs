namespace OpinionWatch.Crawling.Extraction;

/// <summary>An article, thread or feed entry as its list shows it.</summary>
public sealed record ListedItem
{
    /// <summary>Address to fetch, absolute.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headline or anchor text.</summary>
    public string? Title { get; init; }

    /// <summary>Time of publication the list gives.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Text a feed carries; used when the page itself cannot be had.</summary>
    public string? Text { get; init; }

    /// <summary>Author the list gives.</summary>
    public string? Author { get; init; }

    /// <summary>Replies the list counts.</summary>
    public int? Replies { get; init; }

    /// <summary>Views the list counts.</summary>
    public int? Views { get; init; }

    /// <summary>The list says all there is: no page is asked for. True for entries of a hot list that have no page of their own.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Changes when there is more to fetch behind the same address (replies of a thread, updated time of a feed entry); 0 for what never changes.</summary>
    public long Mark { get; init; }
}
