namespace OpinionWatch.Model;

/// <summary>What was read out of a page (正文): an article, a thread's first floor, a reply, or a watched page.</summary>
/// <remarks>CONTRACT.md, JSON shape <c>document</c>. Only <see cref="Id"/> and <see cref="Text"/> are needed for an analysis.</remarks>
public sealed record Document
{
    /// <summary>Stable name of this document: the same page and floor always give the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The address it was fetched from; null when a person reported it.</summary>
    public string? Url { get; init; }

    /// <summary>The address without session and tracking parts; one thread has one.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Id of the <see cref="Source"/>.</summary>
    public string? Site { get; init; }

    /// <summary>Tier of the source; null when unknown.</summary>
    public SourceTier? Tier { get; init; }

    /// <summary>The region the source implies.</summary>
    public string? Region { get; init; }

    /// <summary>Headline; a reply carries its thread's.</summary>
    public string? Title { get; init; }

    /// <summary>The text as published, without boilerplate. May be empty, never null.</summary>
    public required string Text { get; init; }

    /// <summary>The author's name as it stands on the page.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, as the page says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When we fetched it.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>When it was last edited, as the page says.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What is new against the version seen before, in Chinese; null for what was seen for the first time or has not changed.</summary>
    public string? Difference { get; init; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Article;

    /// <summary>Floor in a thread, from 1; null for an article.</summary>
    public int? Floor { get; init; }

    /// <summary>Replies the page counts.</summary>
    public int? Replies { get; init; }

    /// <summary>Views the page counts.</summary>
    public int? Views { get; init; }

    /// <summary>Name of the charset the bytes were read in.</summary>
    public string? Charset { get; init; }

    /// <summary>SHA-256 of title and text, lower-case hexadecimal.</summary>
    public string? ContentHash { get; init; }
}
