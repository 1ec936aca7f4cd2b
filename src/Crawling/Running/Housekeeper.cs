using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Running;

/// <summary>Follows the configuration, the day and the clock while the crawler runs, and saves and says what is due.</summary>
internal sealed class Housekeeper(
    ICurrent<CrawlingOptions> options, IFrontierStore store, Frontier.Frontier frontier, SourceEntries entries, SourceWatch watch, HostTurns turns, HostKeeper hosts, PageRenderer renderer, HostLoops loops, VisitClock clock, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CoverageSavedEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HostsTidiedEvery = TimeSpan.FromDays(1);

    private CrawlingOptions? _reconciled;
    private DateOnly _reconciledOn;

    /// <summary>Keeps house until cancelled.</summary>
    public async Task KeepAsync(CrawlRun run)
    {
        using var tick = new PeriodicTimer(Every, time);
        var saved = time.GetTimestamp();
        var tidied = saved;
        var clocks = new ClockComparison(time);
        while (await tick.WaitForNextTickAsync(run.Stop))
        {
            clock.Turn();
            if (clocks.TakeJump() is var jump && jump != TimeSpan.Zero)
            {
                log.ClockSet((long)jump.TotalSeconds);
                frontier.FollowClock(jump < TimeSpan.Zero ? -jump : TimeSpan.Zero);
            }

            if (!ReferenceEquals(_reconciled, options.Value) || Today() != _reconciledOn)
            {
                await ReconcileAsync(run);
            }

            if (time.GetElapsedTime(saved) >= CoverageSavedEvery)
            {
                saved = time.GetTimestamp();
                await TidyAsync(run);
            }

            if (time.GetElapsedTime(tidied) >= HostsTidiedEvery)
            {
                tidied = time.GetTimestamp();
                await TidyHostsAsync(run.Keep);
            }
        }
    }

    /// <summary>Makes the frontier what the configuration wants.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the housekeeper's loop: a store in trouble is asked again at the next tick.")]
    public async Task ReconcileAsync(CrawlRun run)
    {
        var settings = options.Value;
        try
        {
            var change = frontier.Reconcile(settings, run.Only);
            if (change.Put.Count + change.Remove.Count > 0)
            {
                await store.SaveAsync(change, run.Keep);
                frontier.Apply(change);
            }

            frontier.Refresh();
            watch.Keep(settings.Sources, frontier.List().Where(entry => entry.Role == PageRole.List).Select(entry => entry.Key).ToHashSet());
            _reconciled = frontier.Settled ? settings : null;
            _reconciledOn = Today();
            JudgeLoad();
        }
        catch (Exception e) when (e is not OperationCanceledException && run.Only is null)
        {
            log.ReconcileFailed(e);
        }
    }

    /// <summary>Saves the hours of the sources.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Coverage is a figure in a report; it must not stop the crawling. It is saved again a minute later.")]
    public async Task SaveCoverageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await watch.SaveAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.CoverageNotSaved(e);
        }
        catch (OperationCanceledException)
        {
            // The grace is over.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the housekeeper's loop: rows that stay do no harm, and are dropped the next day.")]
    private async Task TidyHostsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await hosts.TidyAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            log.HostsNotSaved(e);
        }
        catch (OperationCanceledException)
        {
            // The grace is over.
        }
    }

    private async Task TidyAsync(CrawlRun run)
    {
        turns.ForgetIdle();
        renderer.CloseIdle();
        watch.Remind(options.Value.Sources);
        JudgeLoad();
        frontier.FollowClock(TimeSpan.Zero);
        foreach (var host in frontier.Hosts())
        {
            loops.Start(host, run);
        }

        await SaveCoverageAsync(run.Stop);
    }

    private void JudgeLoad() => watch.Impossible(HostLoad.FindImpossible(
        entries.Lists().Select(list => (list.Source, list.Host, list.Source.Every, turns.PauseOf(list.Host, list.Source.Delay ?? options.Value.Delay), list.Source.Render ? renderer.RequestsOf(list.Url) : 1))));

    /// <summary>The day in the zone of the pages: newspapers have other addresses on the next.</summary>
    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.Value.TimeZone).DateTime);
}
