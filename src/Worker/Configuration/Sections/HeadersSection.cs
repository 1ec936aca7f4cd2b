using System.Collections.ObjectModel;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>headers:</c> of a site: names with values.</summary>
internal static class HeadersSection
{
    private const string Tchars = "!#$%&'*+-.^_`|~";
    private const int MostHeaders = 30;

    /// <summary>Headers the fetcher answers for: what they say must be true.</summary>
    private static readonly string[] Own =
    [
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Range", "User-Agent", "Accept-Encoding",
        "If-None-Match", "If-Modified-Since", "Proxy-Authorization", "Proxy-Connection", "Keep-Alive",
    ];

    /// <summary>Reads them; empty when there are none.</summary>
    public static IReadOnlyDictionary<string, string> Read(MapReader site)
    {
        if (site.Find("headers") is not { } node)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (node is not YamlMap map)
        {
            site.Error("headers", $"holds names with values, as {{ Referer: \"https://example.cn/\" }}, not {node.Kind}");
            return headers;
        }

        foreach (var (key, value) in map.Entries.Take(MostHeaders).Select(entry => (entry.Key, entry.Value)))
        {
            var name = key.Raw;
            var text = site.Reading.TextOf(value, $"site.headers.{Shown.Of(name)}");
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || Tchars.Contains(c, StringComparison.Ordinal)))
            {
                site.Reading.Faults.Error(key.Place, $"site.headers: '{Shown.Of(name)}' is no name of a header; letters, digits and hyphens are allowed");
            }
            else if (Own.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                site.Reading.Faults.Error(key.Place, $"site.headers: '{Shown.Of(name)}' is not for a site to set{(name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) ? "; fetch.userAgent says who asks, everywhere" : "")}");
            }
            else if (text is not null && !text.All(character => character is >= ' ' and <= '~'))
            {
                site.Reading.Faults.Error(value.Place, $"site.headers.{name}: the value is plain ASCII on one line; percent-encode what is not");
            }
            else if (text is not null && !headers.TryAdd(name, text))
            {
                site.Reading.Faults.Error(key.Place, $"site.headers: '{name}' stands here twice; upper and lower case do not matter");
            }
        }

        return headers;
    }
}
