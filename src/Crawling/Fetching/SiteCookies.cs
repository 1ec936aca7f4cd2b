using System.Globalization;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Cookies of the sites that want them, each sent back to the very host that set it. In memory, bounded.</summary>
internal sealed class SiteCookies(TimeProvider time)
{
    private const int MostCookies = 50;
    private const int LongestCookie = 4096;
    private const int LongestHeader = 8192;
    private const int MostHosts = 5000;

    private readonly Dictionary<string, Dictionary<string, Cookie>> _hosts = [];
    private readonly Lock _gate = new();

    /// <summary>Gives the Cookie header for a request; null when there are none.</summary>
    public string? Find(Source site, Uri url)
    {
        lock (_gate)
        {
            if (!_hosts.TryGetValue(KeyOf(site, url), out var cookies))
            {
                return null;
            }

            var now = time.GetUtcNow();
            var header = string.Join("; ", cookies.Values
                .Where(cookie => cookie.Until > now && (!cookie.Secure || url.Scheme == Uri.UriSchemeHttps) && InPath(url.AbsolutePath, cookie.Path))
                .Select(cookie => $"{cookie.Name}={cookie.Value}"));
            return header.Length is > 0 and <= LongestHeader ? header : null;
        }
    }

    /// <summary>Takes in what an answer sets. Cookies for other hosts, too many or too long, are passed over.</summary>
    public void Take(Source site, Uri url, IEnumerable<string> set)
    {
        lock (_gate)
        {
            var key = KeyOf(site, url);
            foreach (var cookie in set.Take(MostCookies).Select(header => Read(header, url)).OfType<Cookie>())
            {
                if (!_hosts.TryGetValue(key, out var cookies))
                {
                    if (_hosts.Count >= MostHosts)
                    {
                        return;
                    }

                    _hosts[key] = cookies = new Dictionary<string, Cookie>(StringComparer.Ordinal);
                }

                if (cookie.Until <= time.GetUtcNow())
                {
                    cookies.Remove(cookie.Name);
                }
                else if (cookies.Count < MostCookies || cookies.ContainsKey(cookie.Name))
                {
                    cookies[cookie.Name] = cookie;
                }
            }
        }
    }

    private Cookie? Read(string header, Uri url)
    {
        var parts = header.Length <= LongestCookie ? header.Split(';', StringSplitOptions.TrimEntries) : [];
        if (parts.Length == 0 || parts[0].IndexOf('=', StringComparison.Ordinal) is <= 0 and var _ || parts[0].Any(char.IsControl))
        {
            return null;
        }

        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        var cookie = new Cookie(parts[0][..equals].Trim(), parts[0][(equals + 1)..].Trim(), "/", DateTimeOffset.MaxValue, Secure: false);
        if (!HeaderText.CanBeSent(cookie.Name) || !HeaderText.CanBeSent(cookie.Value))
        {
            // Sent back it would fail every request that follows.
            return null;
        }

        foreach (var part in parts.Skip(1))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (part[..at].Trim().ToLowerInvariant(), part[(at + 1)..].Trim()) : (part.ToLowerInvariant(), "");
            switch (name)
            {
                case "domain" when !value.TrimStart('.').Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase) && !url.IdnHost.EndsWith("." + value.TrimStart('.'), StringComparison.OrdinalIgnoreCase):
                    return null;
                case "path" when value.StartsWith('/'):
                    cookie = cookie with { Path = value };
                    break;
                case "secure":
                    cookie = cookie with { Secure = true };
                    break;
                case "max-age" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds):
                    cookie = cookie with { Until = seconds <= 0 ? DateTimeOffset.MinValue : time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(seconds, 400L * 86_400)) };
                    break;
                case "expires" when cookie.Until == DateTimeOffset.MaxValue && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until):
                    cookie = cookie with { Until = until };
                    break;
            }
        }

        return cookie;
    }

    private static bool InPath(string path, string of) => path.StartsWith(of, StringComparison.Ordinal) && (path.Length == of.Length || of.EndsWith('/') || path[of.Length] == '/');

    private static string KeyOf(Source site, Uri url) => $"{site.Id} {url.IdnHost.ToLowerInvariant()}";

    private sealed record Cookie(string Name, string Value, string Path, DateTimeOffset Until, bool Secure);
}
