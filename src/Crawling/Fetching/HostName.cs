namespace OpinionWatch.Crawling.Fetching;

/// <summary>The name under which politeness is kept: host and port.</summary>
public static class HostName
{
    /// <summary>Gives <c>host:port</c> of an absolute address, lower case.</summary>
    public static string Of(Uri url) => $"{url.IdnHost.TrimEnd('.').ToLowerInvariant()}:{url.Port}";
}
