using OpinionWatch.Crawling;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>fetch:</c>.</summary>
internal static class FetchSection
{
    /// <summary>Allowed keys.</summary>
    public static readonly string[] Keys = ["userAgent", "delay", "maxCrawlDelay", "timeout", "maxBodyBytes", "maxRedirects", "allowAddresses", "proxy", "chromium", "renderTimeout"];

    /// <summary>Longest pause between two requests to one host.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>Reads it; null gives the defaults.</summary>
    public static CrawlingOptions Read(MapReader? fetch)
    {
        var standard = new CrawlingOptions();
        return fetch is null ? standard : standard with
        {
            UserAgent = ReadUserAgent(fetch) ?? standard.UserAgent,
            Delay = fetch.Duration("delay", TimeSpan.Zero, LongestDelay) ?? standard.Delay,
            MaxCrawlDelay = fetch.Duration("maxCrawlDelay", TimeSpan.Zero, LongestDelay) ?? standard.MaxCrawlDelay,
            Timeout = fetch.Duration("timeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)) ?? standard.Timeout,
            MaxBodyBytes = (int)(fetch.Integer("maxBodyBytes", 1024, 256 * 1024 * 1024) ?? standard.MaxBodyBytes),
            MaxRedirects = (int)(fetch.Integer("maxRedirects", 0, 20) ?? standard.MaxRedirects),
            AllowAddresses = ReadRanges(fetch),
            Proxy = ReadProxy(fetch),
            Chromium = ReadChromium(fetch),
            RenderTimeout = fetch.Duration("renderTimeout", TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)) ?? standard.RenderTimeout,
        };
    }

    private static string? ReadUserAgent(MapReader fetch)
    {
        if (fetch.Text("userAgent") is not { } agent)
        {
            return null;
        }

        if (agent.Length is > 0 and <= 300 && agent.All(character => character is >= ' ' and <= '~') && char.IsAsciiLetter(agent[0]))
        {
            return agent;
        }

        fetch.Error("userAgent", "is up to 300 ASCII characters that begin with the program's name, as \"OpinionWatch/1.0 (+https://example.gov.cn/about)\"");
        return null;
    }

    private static string? ReadChromium(MapReader fetch)
    {
        if (fetch.Text("chromium") is not { Length: > 0 } path)
        {
            return null;
        }

        if (!Path.IsPathFullyQualified(path))
        {
            fetch.Error("chromium", "is the whole path of the program, as /usr/bin/chromium");
        }
        else if (!File.Exists(path))
        {
            fetch.Warning("chromium", $"there is no file '{Shown.Of(path, 120)}': sites with render: true cannot be seen");
        }

        return path;
    }

    private static Uri? ReadProxy(MapReader fetch)
    {
        if (fetch.Text("proxy") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy is { Scheme: "http" or "socks5", Host.Length: > 0, PathAndQuery: "/" or "" })
        {
            return proxy;
        }

        fetch.Error("proxy", "is no address of a proxy; write http://10.0.0.8:3128, http://user:password@10.0.0.8:3128 or socks5://10.0.0.8:1080");
        return null;
    }

    private static List<string> ReadRanges(MapReader fetch)
    {
        var ranges = new List<string>();
        foreach (var (text, place) in fetch.Texts("allowAddresses", "\"10.0.0.0/8\""))
        {
            if (Web.ParseRange(text) is { } range)
            {
                ranges.Add(range);
            }
            else
            {
                fetch.Reading.Faults.Error(place, $"fetch.allowAddresses: '{Shown.Of(text)}' is no address range; write CIDR, as 10.0.0.0/8, 192.168.1.20/32 or fd00::/8");
            }
        }

        return ranges;
    }
}
