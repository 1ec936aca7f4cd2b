using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Extraction.Epapers;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Model;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Asks every enabled site once for the first of its start addresses, as the crawler does: robots.txt, pause and guard hold. Nothing is kept.</summary>
internal sealed class SitesLook(CrawlingOptions options, TimeProvider time, Microsoft.Extensions.Logging.ILogger log)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly List<(Source Source, FetchOutcome? Outcome)> _seen = [];
    private bool _looked;

    /// <summary>Gives what became of each site; null for one there was no time for.</summary>
    public async Task<IReadOnlyList<(Source Source, FetchOutcome? Outcome)>> SeeAsync(CancellationToken cancellationToken)
    {
        if (!_looked)
        {
            _looked = true;
            await LookAsync(cancellationToken);
        }

        return _seen;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var current = new Fixed<CrawlingOptions>(options);
        using var exchange = new HttpExchange(current, time);
        var turns = new HostTurns(time);
        var fetcher = new PageFetcher(current, exchange, turns, new RobotsCache(current, exchange, turns, time, log), time);
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var sources = options.Sources.Where(source => source.Enabled && source.Start.Count > 0).ToList();
        var outcomes = new FetchOutcome?[sources.Count];
        try
        {
            await Parallel.ForAsync(0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token }, async (index, token) => outcomes[index] = await FetchAsync(fetcher, sources[index], token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was not asked in this time is told as such.
        }

        _seen.AddRange(sources.Zip(outcomes));
    }

    private async Task<FetchOutcome> FetchAsync(PageFetcher fetcher, Source source, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.TimeZone).DateTime);
        var start = source.Start[0];
        return await fetcher.FetchAsync(new FetchRequest(EpaperAddress.IsDated(start) ? EpaperAddress.Of(start, today) : start) { Site = source, Pause = source.Delay }, cancellationToken);
    }
}
