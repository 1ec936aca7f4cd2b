using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Revisits;
using OpinionWatch.Crawling.Robots;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>The engine: one loop for each host that has work, each asking for one page at a time, and a housekeeper.</summary>
public sealed class Crawler : IDisposable
{
    private const int MostVisitsAtATime = 256;
    private static readonly TimeSpan HousekeepingEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CoverageSavedEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeepingGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPassWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TroubleRetry = TimeSpan.FromSeconds(10);

    private readonly ICurrent<CrawlingOptions> _options;
    private readonly IFrontierStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<Crawler> _log;
    private readonly Frontier.Frontier _frontier;
    private readonly SourceWatch _watch;
    private readonly HttpExchange _exchange;
    private readonly HostTurns _turns;
    private readonly HostKeeper _hosts;
    private readonly ListVisitor _lists;
    private readonly ItemVisitor _items;
    private readonly WatchVisitor _watched;
    private readonly ReadingGate _reading = new();
    private readonly SemaphoreSlim _visits = new(MostVisitsAtATime);
    private readonly CrawlGate _gate = new();
    private readonly Dictionary<HostQueue, Task> _loops = new();
    private CrawlingOptions? _reconciled;
    private DateOnly _reconciledOn;
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
    public Crawler(ICurrent<CrawlingOptions> options, IFrontierStore store, ICoverageStore coverage, IHostStore hosts, IPageReader reader, IPageSink sink, TimeProvider time, ILogger<Crawler> log)
    {
        _options = options;
        _store = store;
        _time = time;
        _log = log;
        _frontier = new Frontier.Frontier(reader, time);
        _watch = new SourceWatch(coverage, time, log);
        _exchange = new HttpExchange(options, time);
        _turns = new HostTurns(time);
        var robots = new RobotsCache(options, _exchange, _turns, time, log);
        _hosts = new HostKeeper(hosts, _turns, robots);
        var fetcher = new PageFetcher(options, _exchange, _turns, robots, time);
        var harvester = new Harvester(reader, store, _frontier, time, log);
        var watchedPages = new WatchedPages(reader, sink, _watch, _reading, log);
        _lists = new ListVisitor(fetcher, reader, store, _frontier, harvester, new FurtherLists(reader, _frontier, time), watchedPages, _watch, _reading, time, log);
        _items = new ItemVisitor(fetcher, reader, sink, store, _frontier, _watch, new WatchList(_frontier, time), _reading, time, log);
        _watched = new WatchVisitor(fetcher, reader, sink, store, _frontier, _watch, _reading, time, log);
    }

    /// <summary>Why the crawler is held, in Chinese; null when it is not.</summary>
    public string? PausedWhy => _gate.Reason;

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

    /// <summary>Lists every source of the configuration as it is seen now.</summary>
    public IReadOnlyList<SourceHealth> Health() => _watch.List(_options.Value.Sources, _gate.Reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        _exchange.Dispose();
        _reading.Dispose();
        _visits.Dispose();
    }

    private async Task<int> RunCoreAsync(IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new InvalidOperationException("The crawler runs already.");
        }

        using var keep = new CancellationTokenSource();
        await using var grace = cancellationToken.Register(() => keep.CancelAfter(KeepingGrace));
        var run = new Run(only, cancellationToken, keep.Token);
        try
        {
            var entries = await _store.ListEntriesAsync(cancellationToken);
            await _watch.LoadAsync(entries, cancellationToken);
            await _hosts.LoadAsync(cancellationToken);
            _frontier.HostAdded = null;
            _frontier.Load(entries);
            await ReconcileAsync(run);
            _frontier.FollowClock(TimeSpan.Zero);
            _frontier.HostAdded = host => StartLoop(host, run);
            foreach (var host in _frontier.Hosts())
            {
                StartLoop(host, run);
            }

            _log.CrawlerStarted(_options.Value.Sources.Count, entries.Count);
            if (only is null)
            {
                await KeepHouseAsync(run);
            }

            await LoopsEndAsync();
            return run.HandedOver;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LoopsEndAsync();
            return run.HandedOver;
        }
        finally
        {
            await SaveCoverageAsync(keep.Token);
            _frontier.HostAdded = null;
            _log.CrawlerStopped(run.HandedOver);
            Volatile.Write(ref _running, 0);
        }
    }

    private void StartLoop(HostQueue host, Run run)
    {
        lock (_loops)
        {
            if (!_loops.ContainsKey(host))
            {
                _loops[host] = Task.Run(() => ServeHostAsync(host, run), CancellationToken.None);
            }
        }
    }

    private async Task LoopsEndAsync()
    {
        while (true)
        {
            Task[] loops;
            lock (_loops)
            {
                loops = [.. _loops.Values];
            }

            if (loops.Length == 0)
            {
                return;
            }

            await Task.WhenAll(loops);
        }
    }

    /// <summary>Serves one host until it has no work left or the run ends.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of a host's loop: a bug is told and the housekeeper starts the host again.")]
    private async Task ServeHostAsync(HostQueue host, Run run)
    {
        try
        {
            while (!run.Stop.IsCancellationRequested)
            {
                await _gate.WaitAsync(run.Stop);
                if (_frontier.Next(host) is not var (slot, source, dueAt))
                {
                    if (_frontier.TryRetire(host))
                    {
                        return;
                    }

                    await host.Wake.WaitAsync(TimeSpan.MaxValue, run.Stop);
                    continue;
                }

                var pause = _turns.WaitFor(host.Host, source.Delay ?? _options.Value.Delay);
                if (run.Only is not null && pause > LongestPassWait)
                {
                    _frontier.Skip(host);
                    continue;
                }

                var due = dueAt - _time.GetUtcNow();
                if (due > TimeSpan.Zero || pause > TimeSpan.Zero)
                {
                    await host.Wake.WaitAsync(due > pause ? due : pause, run.Stop);
                    continue;
                }

                await _visits.WaitAsync(run.Stop);
                try
                {
                    if (_frontier.TryTake(host, slot))
                    {
                        await VisitAsync(slot, source, run);
                        await SaveHostsAsync(run);
                    }
                }
                finally
                {
                    _visits.Release();
                }
            }
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // The run ends; what is not kept is fetched again.
        }
        catch (Exception e)
        {
            _log.HostBroke(e, host.Host);
        }
        finally
        {
            lock (_loops)
            {
                _loops.Remove(host);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of a host's loop: one page that cannot be dealt with must not stop the host.")]
    private async Task VisitAsync(Slot slot, Source source, Run run)
    {
        try
        {
            if (slot.Entry.Role == PageRole.List)
            {
                await _lists.VisitAsync(slot, source, _options.Value, run.Stop, run.Keep);
            }
            else if (slot.Entry.Role == PageRole.Watched)
            {
                await _watched.VisitAsync(slot, source, _options.Value.TimeZone, run.Stop, run.Keep);
            }
            else if (await _items.VisitAsync(slot, source, _options.Value.TimeZone, run.Only is not null, run.Stop, run.Keep))
            {
                run.Count();
            }

            slot.KeepFailures = 0;
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            _frontier.GiveBack(slot, slot.Entry.DueAt);
        }
        catch (PageNotKeptException e)
        {
            slot.KeepFailures++;
            var wait = RevisitPolicy.KeepRetry(slot.KeepFailures);
            _log.PageNotKept(e.InnerException!, source.Id, slot.KeepFailures, wait);
            _frontier.GiveBack(slot, _time.GetUtcNow() + wait);
        }
        catch (Exception e)
        {
            _log.VisitBroke(e, source.Id, TroubleRetry);
            _frontier.GiveBack(slot, _time.GetUtcNow() + TroubleRetry);
        }
    }

    private async Task KeepHouseAsync(Run run)
    {
        using var tick = new PeriodicTimer(HousekeepingEvery, _time);
        var saved = _time.GetTimestamp();
        var clocks = new ClockComparison(_time);
        while (await tick.WaitForNextTickAsync(run.Stop))
        {
            if (clocks.TakeJump() is var jump && jump != TimeSpan.Zero)
            {
                _log.ClockSet((long)jump.TotalSeconds);
                _frontier.FollowClock(jump < TimeSpan.Zero ? -jump : TimeSpan.Zero);
            }

            if (!ReferenceEquals(_reconciled, _options.Value) || Today() != _reconciledOn)
            {
                await ReconcileAsync(run);
            }

            if (_time.GetElapsedTime(saved) >= CoverageSavedEvery)
            {
                saved = _time.GetTimestamp();
                _turns.ForgetIdle();
                _watch.Remind(_options.Value.Sources);
                JudgeLoad();
                _frontier.FollowClock(TimeSpan.Zero);
                foreach (var host in _frontier.Hosts())
                {
                    StartLoop(host, run);
                }

                await SaveCoverageAsync(run.Stop);
            }
        }
    }

    private void JudgeLoad() => _watch.Impossible(HostLoad.FindImpossible(
        _frontier.Lists().Select(list => (list.Source, list.Host, list.Source.Every, _turns.PauseOf(list.Host, list.Source.Delay ?? _options.Value.Delay)))));

    /// <summary>The day in the zone of the pages: newspapers have other addresses on the next.</summary>
    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _options.Value.TimeZone).DateTime);

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the housekeeper's loop: a store in trouble is asked again at the next tick.")]
    private async Task ReconcileAsync(Run run)
    {
        var options = _options.Value;
        try
        {
            var change = _frontier.Reconcile(options, run.Only);
            if (change.Put.Count + change.Remove.Count > 0)
            {
                await _store.SaveAsync(change, run.Keep);
                _frontier.Apply(change);
            }

            _frontier.Refresh();
            _watch.Keep(options.Sources, _frontier.List().Where(entry => entry.Role == PageRole.List).Select(entry => entry.Key).ToHashSet());
            _reconciled = _frontier.Settled ? options : null;
            _reconciledOn = Today();
            JudgeLoad();
        }
        catch (Exception e) when (e is not OperationCanceledException && run.Only is null)
        {
            _log.ReconcileFailed(e);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What was visited is kept already; what is known of hosts is kept again after the next visit.")]
    private async Task SaveHostsAsync(Run run)
    {
        try
        {
            await _hosts.SaveAsync(run.Keep);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _log.HostsNotSaved(e);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Coverage is a figure in a report; it must not stop the crawling. It is saved again a minute later.")]
    private async Task SaveCoverageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _watch.SaveAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _log.CoverageNotSaved(e);
        }
        catch (OperationCanceledException)
        {
            // The grace is over.
        }
    }

    private sealed class Run(IReadOnlyList<string>? only, CancellationToken stop, CancellationToken keep)
    {
        private int _handedOver;

        public IReadOnlyList<string>? Only => only;

        public CancellationToken Stop => stop;

        public CancellationToken Keep => keep;

        public int HandedOver => _handedOver;

        public void Count() => Interlocked.Increment(ref _handedOver);
    }
}
