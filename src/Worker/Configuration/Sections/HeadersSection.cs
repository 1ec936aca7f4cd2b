using System.Collections.ObjectModel;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>headers:</c> of a site or of a gateway: names with values.</summary>
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

    /// <summary>Headers that frame a request; another value breaks it.</summary>
    private static readonly string[] Framing = ["Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "Expect", "TE", "Trailer"];

    /// <summary>Reads those of a site; empty when there are none.</summary>
    public static IReadOnlyDictionary<string, string> Read(MapReader site) => Read(site, "site", "{ Referer: \"https://example.cn/\" }", OfFetcher);

    /// <summary>Reads those of a text message's request; empty when there are none.</summary>
    public static IReadOnlyDictionary<string, string> OfGateway(MapReader sms) => Read(sms, "sms", "{ X-Key: \"${env:OPINIONWATCH_SMS_KEY}\" }", OfRequest);

    private static string? OfFetcher(string name) => !Own.Contains(name, StringComparer.OrdinalIgnoreCase) ? null
        : $"is not for a site to set{(name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) ? "; fetch.userAgent says who asks, everywhere" : "")}";

    private static string? OfRequest(string name) => Framing.Contains(name, StringComparer.OrdinalIgnoreCase) ? "is set by what is sent; remove it" : null;

    private static IReadOnlyDictionary<string, string> Read(MapReader owner, string section, string example, Func<string, string?> refusal)
    {
        if (owner.Find("headers") is not { } node)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (node is not YamlMap map)
        {
            owner.Error("headers", $"holds names with values, as {example}, not {node.Kind}");
            return headers;
        }

        var faults = owner.Reading.Faults;
        foreach (var (key, value) in map.Entries.Take(MostHeaders).Select(entry => (entry.Key, entry.Value)))
        {
            var name = key.Raw;
            var text = owner.Reading.TextOf(value, $"{section}.headers.{Shown.Of(name)}");
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || Tchars.Contains(c, StringComparison.Ordinal)))
            {
                faults.Error(key.Place, $"{section}.headers: '{Shown.Of(name)}' is no name of a header; letters, digits and hyphens are allowed");
            }
            else if (refusal(name) is { } why)
            {
                faults.Error(key.Place, $"{section}.headers: '{Shown.Of(name)}' {why}");
            }
            else if (text is not null && !text.All(character => character is >= ' ' and <= '~'))
            {
                faults.Error(value.Place, $"{section}.headers.{name}: the value is plain ASCII on one line; percent-encode what is not");
            }
            else if (text is not null && !headers.TryAdd(name, text))
            {
                faults.Error(key.Place, $"{section}.headers: '{name}' stands here twice; upper and lower case do not matter");
            }
        }

        return headers;
    }
}
