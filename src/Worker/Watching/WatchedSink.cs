using OpinionWatch.Crawling;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Watching;

/// <summary>Hands the crawler's pages to the pipeline and knows which of them are in hand.</summary>
internal sealed class WatchedSink(PostPipeline pipeline, PagesInHand pages) : IPageSink
{
    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        var one = pages.Begin();
        try
        {
            return await pipeline.AcceptAsync(page, cancellationToken);
        }
        finally
        {
            pages.End(one);
        }
    }

    public Task RecordAsync(PageChange change, CancellationToken cancellationToken) => pipeline.RecordAsync(change, cancellationToken);
}
