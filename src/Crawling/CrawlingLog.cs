using Microsoft.Extensions.Logging;

namespace OpinionWatch.Crawling;

/// <summary>Log messages of the crawler, numbers 1100 to 1199.</summary>
internal static partial class CrawlingLog
{
    [LoggerMessage(1101, LogLevel.Information, "Nothing is fetched from {Site} for now. {Fault}")]
    public static partial void RobotsUnavailable(this ILogger log, string site, string fault);

    [LoggerMessage(1102, LogLevel.Information, "{Site} asks for a crawl-delay of {Asked}, which was cut to {Longest}.")]
    public static partial void CrawlDelayCut(this ILogger log, string site, TimeSpan asked, TimeSpan longest);
}
