namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>A page of <c>tests/Corpus/pages</c> with what a reader should read in it.</summary>
public sealed record LabelledPage
{
    public required string File { get; init; }

    public required string Layout { get; init; }

    /// <summary>news, government, selfMedia or forum.</summary>
    public required string Kind { get; init; }

    public required Uri Url { get; init; }

    /// <summary>Value of the Content-Type header; null when the server sent none.</summary>
    public string? ContentType { get; init; }

    public required string Charset { get; init; }

    public required string Title { get; init; }

    /// <summary>The article's text; empty for a thread.</summary>
    public string Text { get; init; } = "";

    public string? Author { get; init; }

    public string? Source { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The thread's floors in order; empty for an article.</summary>
    public IReadOnlyList<LabelledFloor> Floors { get; init; } = [];

    /// <summary>The bytes as sent.</summary>
    public byte[] Body { get; init; } = [];
}
