using System.Net;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>Settings of the crawler: <c>fetch:</c> of <c>opinionwatch.yaml</c> and the sites.</summary>
public sealed record CrawlingOptions
{
    /// <summary>Value of the User-Agent header; its product token is the one robots.txt is asked for.</summary>
    public string UserAgent { get; init; } = "OpinionWatch/1.0";

    /// <summary>Least pause between two requests to one host and port. Default 1 s; zero is allowed.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest crawl-delay of a robots.txt that is honoured in full; a longer one is cut to this and logged. Default 1 minute.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time for one request from connecting to the last byte. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body read, after decompression; a longer one is refused. Default 5 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Redirects followed for one page. Default 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Address ranges (CIDR) that the guard against internal addresses lets through.</summary>
    public IReadOnlyList<string> AllowAddresses { get; init; } = [];

    /// <summary>Addresses with their ports that the guard lets through besides, and that no proxy is asked for: the page of a drill.</summary>
    public IReadOnlyList<IPEndPoint> AllowEndpoints { get; init; } = [];

    /// <summary>Proxy all requests go through (http or socks5, with user and password where it wants them); null for none.</summary>
    /// <remarks>The proxy resolves names, so the guard judges the addresses this machine resolves a name to, where it can, and the proxy must keep to them.</remarks>
    public Uri? Proxy { get; init; }

    /// <summary>The Chromium that pages of sites with <c>render: true</c> are rendered with; null looks in the usual places.</summary>
    public string? Chromium { get; init; }

    /// <summary>Longest time a page's scripts may run, the pauses between their requests included; then the page is taken as it stands, or has failed when something was still to come. Default 1 minute.</summary>
    public TimeSpan RenderTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The shortest time within which somebody must be told of what is found, over all levels; null when there is none.</summary>
    public TimeSpan? TightestDeadline { get; init; }

    /// <summary>Zone in which pages give times without an offset. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <summary>All sites of the configuration, paused ones too.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}
