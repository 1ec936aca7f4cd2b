using System.Net;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>What one request brought, redirects not followed.</summary>
internal abstract record Hop
{
    private Hop()
    {
    }

    /// <summary>An answer; its body is read for a page only, and empty otherwise.</summary>
    public sealed record Answered(
        HttpStatusCode Status,
        IReadOnlyList<KeyValuePair<string, string>> Headers,
        IReadOnlyList<KeyValuePair<string, string>> RequestHeaders,
        ReadOnlyMemory<byte> Body,
        string? ContentType,
        string? Location,
        TimeSpan? RetryAfter) : Hop;

    /// <summary>No usable answer.</summary>
    public sealed record Failed(FetchFault Fault, string Reason) : Hop;

    /// <summary>What it means for the host's pause.</summary>
    public HostAnswer ForHost() => this switch
    {
        Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } held => new HostAnswer(Healthy: false, held.RetryAfter),
        Answered answered => (int)answered.Status >= 500 ? HostAnswer.Troubled : HostAnswer.Good,
        Failed { Fault: FetchFault.TooLarge or FetchFault.BlockedAddress } => HostAnswer.Good,
        _ => HostAnswer.Troubled,
    };
}
