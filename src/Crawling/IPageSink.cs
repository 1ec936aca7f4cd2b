namespace OpinionWatch.Crawling;

/// <summary>Takes what the crawler found.</summary>
public interface IPageSink
{
    /// <summary>Completes when everything found in the page, and everything that must be sent because of it, is on disk. Only then is the page marked done.</summary>
    /// <exception cref="Exception">It could not be kept: the page stays in the frontier and is fetched again.</exception>
    /// <returns>Which of its documents belong to a matter.</returns>
    Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken);

    /// <summary>Completes when the change of a document that matched is on disk. What it says now, if anything, is handed over by <see cref="AcceptAsync"/> besides.</summary>
    /// <exception cref="Exception">It could not be kept: it is met again.</exception>
    Task RecordAsync(PageChange change, CancellationToken cancellationToken);
}
