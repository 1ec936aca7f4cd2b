namespace OpinionWatch.Crawling.Ledger;

/// <summary>Counts the documents that leave the crawler, on the crawler's side.</summary>
internal sealed class CountedSink(IPageSink sink, ICrawlLedger ledger) : IPageSink
{
    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        try
        {
            return await sink.AcceptAsync(page, cancellationToken);
        }
        finally
        {
            // After the other side: whatever dies in between leaves the other side's count the larger one, never the smaller.
            ledger.HandedOver(page.Source.Id, page.Page, page.Documents.Count);
        }
    }

    public Task RecordAsync(PageChange change, CancellationToken cancellationToken) => sink.RecordAsync(change, cancellationToken);
}
