namespace OpinionWatch.Crawling.Running;

/// <summary>One run of the crawler.</summary>
/// <param name="only">Sources of a single pass; null for the service, which visits whatever is due.</param>
/// <param name="stop">Ends the fetching.</param>
/// <param name="keep">Ends the keeping, a little later.</param>
internal sealed class CrawlRun(IReadOnlyList<string>? only, CancellationToken stop, CancellationToken keep)
{
    private int _handedOver;

    public IReadOnlyList<string>? Only => only;

    public CancellationToken Stop => stop;

    public CancellationToken Keep => keep;

    /// <summary>Pages handed over so far.</summary>
    public int HandedOver => _handedOver;

    public void Count() => Interlocked.Increment(ref _handedOver);
}
