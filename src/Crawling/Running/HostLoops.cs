using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Running;

/// <summary>One loop for each host that has work, each making one visit at a time.</summary>
internal sealed class HostLoops(ICurrent<CrawlingOptions> options, Frontier.Frontier frontier, HostTurns turns, Visits visits, CrawlGate gate, TimeProvider time, ILogger log) : IDisposable
{
    private const int MostVisitsAtATime = 256;
    private static readonly TimeSpan LongestPassWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(MostVisitsAtATime);
    private readonly Dictionary<HostQueue, Task> _loops = [];

    /// <summary>Starts the loop of a host, unless it runs.</summary>
    public void Start(HostQueue host, CrawlRun run)
    {
        lock (_loops)
        {
            if (!_loops.ContainsKey(host))
            {
                _loops[host] = Task.Run(() => ServeAsync(host, run), CancellationToken.None);
            }
        }
    }

    /// <summary>Completes when no loop runs any more.</summary>
    public async Task EndAsync()
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

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>Serves one host until it has no work left or the run ends.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of a host's loop: a bug is told and the housekeeper starts the host again.")]
    private async Task ServeAsync(HostQueue host, CrawlRun run)
    {
        try
        {
            while (!run.Stop.IsCancellationRequested && await ServeOnceAsync(host, run))
            {
            }
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // The run ends; what is not kept is fetched again.
        }
        catch (Exception e)
        {
            log.HostBroke(e, host.Host);
        }
        finally
        {
            lock (_loops)
            {
                _loops.Remove(host);
            }
        }
    }

    /// <summary>Makes the next visit, or waits for it; false when the host has no work left.</summary>
    private async Task<bool> ServeOnceAsync(HostQueue host, CrawlRun run)
    {
        await gate.WaitAsync(run.Stop);
        if (frontier.Next(host) is not var (slot, source, dueAt))
        {
            if (frontier.TryRetire(host))
            {
                return false;
            }

            await host.Wake.WaitAsync(TimeSpan.MaxValue, run.Stop);
            return true;
        }

        var pause = turns.WaitFor(host.Host, source.Delay ?? options.Value.Delay);
        if (run.Only is not null && pause > LongestPassWait)
        {
            frontier.Skip(host);
            return true;
        }

        var due = dueAt - time.GetUtcNow();
        if (due > TimeSpan.Zero || pause > TimeSpan.Zero)
        {
            await host.Wake.WaitAsync(due > pause ? due : pause, run.Stop);
            return true;
        }

        await _places.WaitAsync(run.Stop);
        try
        {
            if (frontier.TryTake(host, slot))
            {
                await visits.VisitAsync(slot, source, run);
            }
        }
        finally
        {
            _places.Release();
        }

        return true;
    }
}
