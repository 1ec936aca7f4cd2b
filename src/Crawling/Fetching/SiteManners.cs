using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>What one site wants to be asked with: headers and cookies of the configuration, to its own hosts only.</summary>
internal sealed class SiteManners(TimeProvider time)
{
    private const string LeftOut = "(left out)";
    private readonly SiteCookies _cookies = new(time);

    /// <summary>Adds them to a request.</summary>
    public void Apply(HttpRequestMessage message, Uri url, Source? site)
    {
        if (site is null || !IsOwn(site, url))
        {
            return;
        }

        foreach (var (name, value) in site.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (site.Cookies && _cookies.Find(site, url) is { } cookies)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookies);
        }
    }

    /// <summary>Takes in the cookies of an answer.</summary>
    public void Learn(HttpResponseMessage response, Uri url, Source? site)
    {
        if (site is { Cookies: true } && IsOwn(site, url) && response.Headers.NonValidated.TryGetValues("Set-Cookie", out var set))
        {
            _cookies.Take(site, url, set);
        }
    }

    /// <summary>Gives the headers of a request as they may be kept: the evidence names what was sent, but no key or cookie.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Shown(IReadOnlyList<KeyValuePair<string, string>> headers, Source? site) =>
        site is null || (site.Headers.Count == 0 && !site.Cookies)
            ? headers
            : [.. headers.Select(header => site.Headers.ContainsKey(header.Key) || header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? KeyValuePair.Create(header.Key, LeftOut) : header)];

    private static bool IsOwn(Source site, Uri url) => site.Start.Any(start => HostName.Of(start) == HostName.Of(url) && start.Scheme == url.Scheme);
}
