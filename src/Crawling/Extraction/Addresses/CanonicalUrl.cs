using System.Text;

namespace OpinionWatch.Crawling.Extraction.Addresses;

/// <summary>Gives the canonical form of an address: one name for one page, whatever session, tracking or spelling it was linked with.</summary>
/// <remarks>RFC 3986 §6.2.2 (case, percent-encoding, dot segments) and §6.2.3 (default port), then what forums and sharing buttons add is dropped.</remarks>
public static class CanonicalUrl
{
    private const int MaxLength = 4096;

    /// <summary>Gives the canonical form of <paramref name="url"/>. Never throws; an address that is not http or https comes back as it is written.</summary>
    public static string Of(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.OriginalString.Length > MaxLength)
        {
            return url.OriginalString;
        }

        var text = new StringBuilder(url.OriginalString.Length + 16);
        text.Append(url.Scheme).Append("://").Append(Host(url));
        if (!url.IsDefaultPort)
        {
            text.Append(':').Append(url.Port);
        }

        if (DiscuzAddress.Find(url) is { } forum)
        {
            return text.Append(forum.CanonicalPath()).ToString();
        }

        text.Append(PercentEncoding.Normalise(WithoutSession(url.AbsolutePath)));
        QueryCleaner.Append(text, url.Query);
        return text.ToString();
    }

    /// <summary>Gives the host in lower case and ASCII, without a final dot; brackets stay round an IPv6 address.</summary>
    private static string Host(Uri url)
    {
        string host;
        try
        {
            host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        }
        catch (UriFormatException)
        {
            host = url.Host;
        }

        return host.ToLowerInvariant().TrimEnd('.');
    }

    private static string WithoutSession(string path)
    {
        var at = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return path;
        }

        var end = path.IndexOf('/', at);
        return end < 0 ? path[..at] : string.Concat(path.AsSpan(0, at), path.AsSpan(end));
    }
}
