using Microsoft.Extensions.Logging;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>Log messages of the crawler, numbers 1100 to 1199.</summary>
internal static partial class CrawlingLog
{
    [LoggerMessage(1100, LogLevel.Information, "The crawler starts with {SourceCount} sources and {EntryCount} stored pages.")]
    public static partial void CrawlerStarted(this ILogger log, int sourceCount, int entryCount);

    [LoggerMessage(1101, LogLevel.Information, "Nothing is fetched from {Site} for now. {Fault}")]
    public static partial void RobotsUnavailable(this ILogger log, string site, string fault);

    [LoggerMessage(1102, LogLevel.Information, "{Site} asks for a crawl-delay of {Asked}, which was cut to {Longest}.")]
    public static partial void CrawlDelayCut(this ILogger log, string site, TimeSpan asked, TimeSpan longest);

    [LoggerMessage(1103, LogLevel.Information, "The crawler stops; {PageCount} pages were handed over.")]
    public static partial void CrawlerStopped(this ILogger log, int pageCount);

    [LoggerMessage(1104, LogLevel.Error, "The crawler is held: {Reason}.")]
    public static partial void CrawlerPaused(this ILogger log, string reason);

    [LoggerMessage(1105, LogLevel.Information, "The crawler goes on.")]
    public static partial void CrawlerResumed(this ILogger log);

    [LoggerMessage(1110, LogLevel.Warning, "Source {Source} is not seen: {Fault}.")]
    public static partial void SourceBlind(this ILogger log, string source, string fault);

    [LoggerMessage(1111, LogLevel.Information, "Source {Source} is seen again.")]
    public static partial void SourceSeenAgain(this ILogger log, string source);

    [LoggerMessage(1112, LogLevel.Information, "A list of source {Source} failed, {Failures} times in a row: {Fault}.")]
    public static partial void ListFailed(this ILogger log, string source, int failures, string fault);

    [LoggerMessage(1113, LogLevel.Warning, "Source {Source} shows more new items than the {Most} that may wait; the rest is taken at later visits.")]
    public static partial void ListCut(this ILogger log, string source, int most);

    [LoggerMessage(1114, LogLevel.Information, "{ItemCount} items of a list of source {Source} were left out: too many for one page, or addresses that lead in circles.")]
    public static partial void ItemsLeftOut(this ILogger log, string source, int itemCount);

    [LoggerMessage(1115, LogLevel.Information, "A watched page of source {Source} lost {LineCount} lines and gained none.")]
    public static partial void PageLostText(this ILogger log, string source, int lineCount);

    [LoggerMessage(1116, LogLevel.Warning, "Source {Source} is not seen since {Since:O}: {Fault}.")]
    public static partial void SourceStillBlind(this ILogger log, string source, DateTimeOffset since, string fault);

    [LoggerMessage(1117, LogLevel.Warning, "Source {Source} cannot be visited as often as it asks for: {Fault}.")]
    public static partial void EveryImpossible(this ILogger log, string source, string fault);

    [LoggerMessage(1118, LogLevel.Debug, "A list of source {Source} gave {ItemCount} known items new addresses, as with session ids; they are not fetched again.")]
    public static partial void AddressesChurn(this ILogger log, string source, int itemCount);

    [LoggerMessage(1120, LogLevel.Debug, "An item of source {Source} failed, attempt {Failures}: {Fault}.")]
    public static partial void ItemFailed(this ILogger log, string source, int failures, string fault);

    [LoggerMessage(1121, LogLevel.Information, "An item of source {Source} was given up after {Failures} attempts: {Fault}. {DocumentCount} documents were made of what the list says.")]
    public static partial void ItemGivenUp(this ILogger log, string source, int failures, string fault, int documentCount);

    [LoggerMessage(1122, LogLevel.Information, "An item of source {Source} could not be read: {Fault}.")]
    public static partial void ItemUnreadable(this ILogger log, string source, string fault);

    [LoggerMessage(1124, LogLevel.Error, "A page of source {Source} broke the reader; it counts as one that could not be read.")]
    public static partial void ReaderBroke(this ILogger log, Exception exception, string source);

    [LoggerMessage(1125, LogLevel.Warning, "Source {Source}: {Count} parts of its sitemaps are not visited; {Most} are at a time.")]
    public static partial void PartsLeftOut(this ILogger log, string source, int count, int most);

    [LoggerMessage(1126, LogLevel.Information, "The browser pages are rendered with has started: {Product}, process {Process}.")]
    public static partial void RendererStarted(this ILogger log, string product, string process);

    [LoggerMessage(1127, LogLevel.Warning, "The browser pages are rendered with failed and was ended: {Reason}")]
    public static partial void RendererBroke(this ILogger log, string reason);

    [LoggerMessage(1123, LogLevel.Information, "A page of source {Source} that matched was changed where it was published ({What}).")]
    public static partial void MatchedChanged(this ILogger log, string source, SourceChange what);

    [LoggerMessage(1128, LogLevel.Warning, "A page of source {Source} that matched is not looked at again: it failed {Failures} times in a row, the last time by this: {Fault}.")]
    public static partial void WatchEnded(this ILogger log, string source, int failures, string fault);

    [LoggerMessage(1130, LogLevel.Error, "What was found in a page of source {Source} could not be kept, {Failures} times in a row; it is fetched again in {Wait}.")]
    public static partial void PageNotKept(this ILogger log, Exception exception, string source, int failures, TimeSpan wait);

    [LoggerMessage(1131, LogLevel.Error, "A visit to source {Source} broke; it is repeated in {Wait}.")]
    public static partial void VisitBroke(this ILogger log, Exception exception, string source, TimeSpan wait);

    [LoggerMessage(1132, LogLevel.Error, "The sites of the configuration could not be written to the frontier; it is tried again at once.")]
    public static partial void ReconcileFailed(this ILogger log, Exception exception);

    [LoggerMessage(1133, LogLevel.Warning, "The coverage of the sources could not be saved; it is tried again in a minute.")]
    public static partial void CoverageNotSaved(this ILogger log, Exception exception);

    [LoggerMessage(1136, LogLevel.Warning, "What hosts asked for could not be saved; it is tried again after the next visit.")]
    public static partial void HostsNotSaved(this ILogger log, Exception exception);

    [LoggerMessage(1134, LogLevel.Error, "The loop of host {Host} broke; it is started again within a minute.")]
    public static partial void HostBroke(this ILogger log, Exception exception, string host);

    [LoggerMessage(1135, LogLevel.Warning, "The wall clock was set by {Seconds} s; what waits for its time follows it.")]
    public static partial void ClockSet(this ILogger log, long seconds);
}
