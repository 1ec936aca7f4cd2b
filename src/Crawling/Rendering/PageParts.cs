using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Decides which of the requests a page makes are made: its scripts and its data, of its own site and of hosts the configuration names. Pure.</summary>
internal static class PageParts
{
    /// <summary>Longest body of a request a page makes.</summary>
    public const int MostPostBytes = 16 * 1024;

    private static readonly string[] SecondLevels = ["com", "net", "org", "gov", "edu", "ac", "mil", "co"];

    /// <summary>Decides.</summary>
    /// <param name="type">Kind of the resource, as Chromium calls it.</param>
    /// <param name="method">Method of the request.</param>
    /// <param name="url">Its address.</param>
    /// <param name="page">Address of the page.</param>
    /// <param name="hosts">Other hosts the configuration lets it ask.</param>
    /// <param name="isMainFrame">It is made by the page itself, not by a frame in it.</param>
    public static PagePart Decide(string type, string method, Uri url, Uri page, IReadOnlyList<string> hosts, bool isMainFrame)
    {
        if ((url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.AbsoluteUri.Length > PageFetcher.LongestAddress)
        {
            return PagePart.Refuse;
        }

        return type switch
        {
            "Stylesheet" => PagePart.Empty,
            "Document" => method == "GET" && isMainFrame && IsOfSite(url, page) ? PagePart.Serve : PagePart.Refuse,
            "Script" => method == "GET" && IsAllowed(url, page, hosts) ? PagePart.Serve : PagePart.Refuse,
            "XHR" or "Fetch" => (method == "GET" && IsAllowed(url, page, hosts)) || (method == "POST" && url.IdnHost == page.IdnHost) ? PagePart.Serve : PagePart.Refuse,
            _ => PagePart.Refuse,
        };
    }

    /// <summary>Says whether two hosts belong together: one name is the other's, or they share all but the first part of it.</summary>
    private static bool IsOfSite(Uri url, Uri page) => url.IdnHost == page.IdnHost || (SiteOf(page.IdnHost) is { } site && (url.IdnHost == site || url.IdnHost.EndsWith("." + site, StringComparison.Ordinal)));

    private static bool IsAllowed(Uri url, Uri page, IReadOnlyList<string> hosts) => IsOfSite(url, page) || hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name under which a site's hosts lie; null for an address, and where it would be everybody's.</summary>
    private static string? SiteOf(string host)
    {
        if (Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            return null;
        }

        var labels = host.Split('.');
        var isSecondLevel = labels.Length >= 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2], StringComparer.Ordinal);
        var least = isSecondLevel ? 3 : 2;
        return labels.Length < least ? null : labels.Length == least ? host : string.Join('.', labels[1..]);
    }
}
