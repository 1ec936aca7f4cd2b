using System.Net;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>The proxy of the configuration in force, read anew for each connection.</summary>
internal sealed class ConfiguredProxy(ICurrent<CrawlingOptions> options) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => options.Value.Proxy is { UserInfo: { Length: > 0 } user } && user.Split(':', 2) is [var name, .. var rest]
            ? new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(rest is [var password] ? password : ""))
            : null;
        set => throw new NotSupportedException("The proxy's user and password stand in its address.");
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => options.Value.Proxy is { } proxy ? new UriBuilder(proxy) { UserName = "", Password = "" }.Uri : null;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => options.Value.Proxy is null;
}
