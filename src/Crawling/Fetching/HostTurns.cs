using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>Politeness (礼貌抓取): one request at a time to a host, and a pause from the end of the last answer to the start of the next request.</summary>
/// <remarks>Every request of the crawler goes through here: pages, robots.txt and each hop of a redirect. A turn is left before another host's is entered, so no two can wait for each other.</remarks>
public sealed class HostTurns(TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(2);
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private static readonly TimeSpan WorthKeeping = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, HostState> _hosts = [];
    private readonly HashSet<string> _unsaved = [];
    private readonly Lock _gate = new();

    /// <summary>A host asked us to stay away and that is not kept yet.</summary>
    public bool HasUnsaved
    {
        get
        {
            lock (_gate)
            {
                return _unsaved.Count > 0;
            }
        }
    }

    /// <summary>Takes over the hosts known from before: holds go on, and the first request to each waits its pause.</summary>
    internal void Load(IReadOnlyList<HostMemory> hosts)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var memory in hosts)
            {
                var host = memory.Robots is not null && Uri.TryCreate(memory.Key, UriKind.Absolute, out var site) ? HostName.Of(site) : memory.Key;
                GetOrAdd(host).Begin(memory.HeldUntil is { } until ? until - now : TimeSpan.Zero, time);
            }
        }
    }

    /// <summary>Takes out what is to be kept; <see cref="PutBack"/> it when that failed.</summary>
    internal IReadOnlyList<HostMemory> TakeUnsaved()
    {
        lock (_gate)
        {
            List<HostMemory> taken = [.. _unsaved.Select(host => new HostMemory { Key = host, HeldUntil = _hosts.TryGetValue(host, out var state) && state.Held(time) is var held && held > TimeSpan.Zero ? time.GetUtcNow() + held : null })];
            _unsaved.Clear();
            return taken;
        }
    }

    /// <summary>Puts back what could not be kept.</summary>
    internal void PutBack(IReadOnlyList<HostMemory> hosts)
    {
        lock (_gate)
        {
            _unsaved.UnionWith(hosts.Where(host => host.Robots is null).Select(host => host.Key));
        }
    }

    /// <summary>How long a request to the host has still to wait, its own pause being <paramref name="pause"/>; zero when it may be sent. The turn itself may be taken.</summary>
    public TimeSpan WaitFor(string host, TimeSpan pause)
    {
        lock (_gate)
        {
            return _hosts.TryGetValue(host, out var state) ? state.WaitFor(pause, time) : TimeSpan.Zero;
        }
    }

    /// <summary>The pause between two requests to a host when it is well: the longer of one's own and its crawl-delay.</summary>
    public TimeSpan PauseOf(string host, TimeSpan pause)
    {
        lock (_gate)
        {
            return _hosts.TryGetValue(host, out var state) && state.CrawlDelay > pause ? state.CrawlDelay : pause;
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
            if (answer.Hold > WorthKeeping)
            {
                _unsaved.Add(state.Name);
            }
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
            _hosts[host] = state = new HostState(host);
        }

        return state;
    }
}
