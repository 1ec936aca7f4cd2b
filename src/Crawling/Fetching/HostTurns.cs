namespace OpinionWatch.Crawling.Fetching;

/// <summary>Politeness (礼貌抓取): one request at a time to a host, and a pause from the end of the last answer to the start of the next request.</summary>
/// <remarks>Every request of the crawler goes through here: pages, robots.txt and each hop of a redirect. A turn is left before another host's is entered, so no two can wait for each other.</remarks>
public sealed class HostTurns(TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(2);
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Dictionary<string, HostState> _hosts = [];
    private readonly Lock _gate = new();

    /// <summary>How long a request to the host has still to wait, its own pause being <paramref name="pause"/>; zero when it may be sent. The turn itself may be taken.</summary>
    public TimeSpan WaitFor(string host, TimeSpan pause)
    {
        lock (_gate)
        {
            return _hosts.TryGetValue(host, out var state) ? state.WaitFor(pause, time) : TimeSpan.Zero;
        }
    }

    /// <summary>Notes the crawl-delay of the host's robots.txt; zero for none.</summary>
    public void SetCrawlDelay(string host, TimeSpan delay)
    {
        lock (_gate)
        {
            GetOrAdd(host).CrawlDelay = delay;
        }
    }

    /// <summary>Waits for the turn and the pause.</summary>
    /// <returns>The turn: leave it when the answer is complete.</returns>
    public async Task<HostTurn> EnterAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        HostState state;
        lock (_gate)
        {
            state = GetOrAdd(host);
            state.Users++;
        }

        try
        {
            await state.One.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Release(state);
            throw;
        }

        try
        {
            for (var left = Left(state, pause); left > TimeSpan.Zero; left = Left(state, pause))
            {
                await Task.Delay(left < LeastWait ? LeastWait : left > LongestSleep ? LongestSleep : left, time, cancellationToken);
            }

            return new HostTurn(this, state, time);
        }
        catch (OperationCanceledException)
        {
            state.One.Release();
            Release(state);
            throw;
        }
    }

    /// <summary>Forgets hosts nobody has asked for in a long time, so that a list of a million hosts does not fill memory.</summary>
    public void ForgetIdle()
    {
        lock (_gate)
        {
            foreach (var (host, state) in _hosts.Where(h => h.Value.Users == 0 && h.Value.IdleFor(time) > Forgotten).ToList())
            {
                _hosts.Remove(host);
                state.One.Dispose();
            }
        }
    }

    internal void Leave(HostState state, HostAnswer answer, TimeSpan took)
    {
        lock (_gate)
        {
            state.Note(answer, took, time);
        }

        state.One.Release();
        Release(state);
    }

    private TimeSpan Left(HostState state, TimeSpan pause)
    {
        lock (_gate)
        {
            return state.WaitFor(pause, time);
        }
    }

    private void Release(HostState state)
    {
        lock (_gate)
        {
            state.Users--;
        }
    }

    private HostState GetOrAdd(string host)
    {
        if (!_hosts.TryGetValue(host, out var state))
        {
            _hosts[host] = state = new HostState();
        }

        return state;
    }
}
