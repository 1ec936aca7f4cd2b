using System.Net;

namespace OpinionWatch.TestKit;

/// <summary>One request as a <see cref="LoopbackSite"/> saw it.</summary>
public sealed record SiteRequest
{
    /// <summary>GET, HEAD, POST.</summary>
    public required string Method { get; init; }

    /// <summary>HTTP/1.1 or HTTP/2.</summary>
    public required string Protocol { get; init; }

    /// <summary>Path and query as sent; of a request to a proxy, the whole address.</summary>
    public required string Path { get; init; }

    /// <summary>Headers of the request; several values are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>When its head was read.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When the last byte of the answer was written; null while it is under way.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Requests under way at that moment, this one included.</summary>
    public required int Concurrent { get; init; }

    /// <summary>Kestrel's name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Address of the client.</summary>
    public required IPAddress? From { get; init; }

    /// <summary>Gives a header's value; null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
