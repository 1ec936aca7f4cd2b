using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Crawling.Revisits;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Crawling.Running;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>The engine: one loop for each host that has work, each asking for one page at a time, and a housekeeper.</summary>
public sealed class Crawler : IDisposable
{
    private static readonly TimeSpan KeepingGrace = TimeSpan.FromSeconds(10);

    private readonly ICurrent<CrawlingOptions> _options;
    private readonly IFrontierStore _store;
    private readonly ILogger<Crawler> _log;
    private readonly Frontier.Frontier _frontier;
    private readonly SourceWatch _watch;
    private readonly HttpExchange _exchange;
    private readonly HostKeeper _hosts;
    private readonly PageRenderer _renderer;
    private readonly HostLoops _loops;
    private readonly Housekeeper _housekeeper;
    private readonly ReadingGate _reading = new();
    private readonly CrawlGate _gate = new();
    private readonly VisitClock _clock;
    private int _running;

    /// <summary>Puts the engine together; nothing is asked for before it runs.</summary>
    /// <param name="options">Settings and sites in force.</param>
    /// <param name="store">Where the frontier outlives the process.</param>
    /// <param name="coverage">Where the hours outlive the process.</param>
    /// <param name="hosts">Where what is known of hosts outlives the process.</param>
    /// <param name="reader">Reads pages.</param>
    /// <param name="sink">Takes what was found.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where it tells what happens.</param>
    /// <param name="ledger">Where it accounts for what it does; null for nowhere.</param>
    /// <param name="meters">Makes meters; null counts nothing.</param>
    public Crawler(ICurrent<CrawlingOptions> options, IFrontierStore store, ICoverageStore coverage, IHostStore hosts, IPageReader reader, IPageSink sink, TimeProvider time, ILogger<Crawler> log, ICrawlLedger? ledger = null, IMeterFactory? meters = null)
    {
        _options = options;
        _store = store;
        ledger ??= new NoLedger();
        sink = new CountedSink(sink, ledger);
        _clock = new VisitClock(time);
        _log = log;
        reader = new SteadyReader(reader, log);
        _frontier = new Frontier.Frontier(reader, time);
        _watch = new SourceWatch(coverage, time, log);
        _exchange = new HttpExchange(options, time);
        var turns = new HostTurns(time);
        var robots = new RobotsCache(options, _exchange, turns, time, log);
        _hosts = new HostKeeper(hosts, turns, robots, time);
        _renderer = new PageRenderer(options, time, log);
        var fetcher = new PageFetcher(options, _exchange, turns, robots, time, ledger) { Renderer = _renderer, Meter = meters is null ? null : new FetchMeter(meters.Create(Meters.Name)) };
        var entries = _frontier.Entries;
        var harvester = new Harvester(reader, store, entries, time, log);
        var watchedPages = new WatchedPages(reader, sink, _watch, _reading, log);
        var lists = new ListVisitor(fetcher, reader, store, _frontier, entries, harvester, new FurtherLists(reader, entries, time, log), watchedPages, _watch, _reading, ledger, time, log);
        var items = new ItemVisitor(options, fetcher, reader, sink, store, _frontier, entries, _watch, new WatchList(entries, time), _reading, ledger, time, log);
        var watched = new WatchVisitor(fetcher, reader, sink, store, _frontier, _watch, _reading, ledger, time, log);
        _loops = new HostLoops(options, _frontier, turns, new Visits(options, _frontier, lists, items, watched, _hosts, _watch, _clock, ledger, time, log), _gate, time, log);
        _housekeeper = new Housekeeper(options, store, _frontier, entries, _watch, turns, _hosts, _renderer, _loops, _clock, time, log);
    }

    /// <summary>Why the crawler is held, in Chinese; null when it is not.</summary>
    public string? PausedWhy => _gate.Reason;

    /// <summary>Whether it turns, for whoever watches over the service.</summary>
    public CrawlProgress Progress => _clock.Look();

    /// <summary>Crawls until cancelled. The visit in hand is kept before it returns; what was not kept is fetched again at the next start.</summary>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken) => await RunCoreAsync(only: null, cancellationToken);

    /// <summary>Visits the lists of some sources once, whether due or not, and all items new in them or still waiting, then returns.</summary>
    /// <returns>How many pages were handed over.</returns>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<int> CrawlOnceAsync(IReadOnlyList<string> sourceIds, CancellationToken cancellationToken)
    {
        var handedOver = await RunCoreAsync(sourceIds, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return handedOver;
    }

    /// <summary>Says that a source is to be visited now. Cheap; a visit that waits or has just been made is not doubled.</summary>
    /// <remarks>Due times are stored, so every source is visited at its interval without being told; this moves a visit forward by at most half of it.</remarks>
    public void MarkDue(string sourceId) => _frontier.MarkDue(sourceId);

    /// <summary>Holds all fetching; what is in hand is finished.</summary>
    /// <param name="reason">Why, in Chinese; shown with every source.</param>
    public void Pause(string reason)
    {
        if (_gate.Close(reason))
        {
            _log.CrawlerPaused(reason);
        }
    }

    /// <summary>Goes on after <see cref="Pause"/>.</summary>
    public void Resume()
    {
        if (_gate.Open())
        {
            _watch.Resumed();
            _log.CrawlerResumed();
        }
    }

    /// <summary>How many addresses the frontier holds, lists included.</summary>
    public int FrontierCount => _frontier.Count;

    /// <summary>Lists every source of the configuration as it is seen now.</summary>
    public IReadOnlyList<SourceHealth> Health() => _watch.List(_options.Value.Sources, _gate.Reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        _renderer.Dispose();
        _exchange.Dispose();
        _reading.Dispose();
        _loops.Dispose();
    }

    private async Task<int> RunCoreAsync(IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new InvalidOperationException("The crawler runs already.");
        }

        using var keep = new CancellationTokenSource();
        await using var grace = cancellationToken.Register(() => keep.CancelAfter(KeepingGrace));
        var run = new CrawlRun(only, cancellationToken, keep.Token);
        try
        {
            var entries = await _store.ListEntriesAsync(cancellationToken);
            await _watch.LoadAsync(entries, cancellationToken);
            await _hosts.LoadAsync(cancellationToken);
            _frontier.HostAdded = null;
            _frontier.Load(entries);
            await _housekeeper.ReconcileAsync(run);
            _frontier.FollowClock(TimeSpan.Zero);
            _frontier.HostAdded = host => _loops.Start(host, run);
            foreach (var host in _frontier.Hosts())
            {
                _loops.Start(host, run);
            }

            _log.CrawlerStarted(_options.Value.Sources.Count, entries.Count);
            if (only is null)
            {
                await _housekeeper.KeepAsync(run);
            }

            await _loops.EndAsync();
            return run.HandedOver;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _loops.EndAsync();
            return run.HandedOver;
        }
        finally
        {
            _renderer.Close();
            await _housekeeper.SaveCoverageAsync(keep.Token);
            _frontier.HostAdded = null;
            _log.CrawlerStopped(run.HandedOver);
            Volatile.Write(ref _running, 0);
        }
    }
}
