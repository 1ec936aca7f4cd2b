namespace OpinionWatch.Model;

/// <summary>Where a site's item pages keep things, as CSS selectors (<c>select:</c> in <c>config/sites/*.yaml</c>). Each overrides what the reader finds by itself, where it fits something.</summary>
public sealed record SourceSelectors
{
    /// <summary>The headline's element; null leaves it to the reader.</summary>
    public string? Title { get; init; }

    /// <summary>The element that holds the text; null leaves it to the reader.</summary>
    public string? Text { get; init; }

    /// <summary>The element that holds the time of publication; null leaves it to the reader.</summary>
    public string? Time { get; init; }

    /// <summary>The element that holds the author's name; null leaves it to the reader.</summary>
    public string? Author { get; init; }
}
