namespace OpinionWatch.Crawling;

/// <summary>Takes what the crawler found.</summary>
public interface IPageSink
{
    /// <summary>Completes when everything found in the page, and everything that must be sent because of it, is on disk. Only then is the page marked done.</summary>
    /// <exception cref="Exception">It could not be kept: the page stays in the frontier and is fetched again.</exception>
    Task AcceptAsync(CrawledPage page, CancellationToken cancellationToken);
}
