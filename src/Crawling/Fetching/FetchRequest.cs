using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>One page to ask for.</summary>
/// <param name="Url">Its address, http or https.</param>
public sealed record FetchRequest(Uri Url)
{
    /// <summary>The source it is asked for; its headers and cookies go to its own hosts only. Null asks as anybody.</summary>
    public Source? Site { get; init; }

    /// <summary>ETag of the answer we have; null asks unconditionally.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the answer we have, as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>Most bytes of body for a page that may be larger than others; null takes <see cref="CrawlingOptions.MaxBodyBytes"/>.</summary>
    public int? MostBytes { get; init; }

    /// <summary>Least pause between two requests to the host; null takes <see cref="CrawlingOptions.Delay"/>.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>What is sent with it (POST); null asks with GET. Not sent again where the answer leads elsewhere.</summary>
    public RequestForm? Form { get; init; }

    /// <summary>Headers that stand in for our own of the same name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
