namespace OpinionWatch.Model;

/// <summary>A page as it was sent (原始页面): bytes and headers, nothing interpreted.</summary>
public sealed record Page
{
    /// <summary>The address asked for.</summary>
    public required Uri RequestedUrl { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>Status code of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>Headers of the answer in the order received.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Headers of the request as sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    /// <summary>The body after content decoding, at most the configured limit.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Value of the Content-Type header; null when absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the answer was complete.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
