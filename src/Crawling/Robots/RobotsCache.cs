using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Robots;

/// <summary>Keeps each site's robots.txt for a day and asks for it again when it is old (RFC 9309 §2.3, §2.4). Its requests take the host's turn and pause like any other.</summary>
public sealed class RobotsCache(ICurrent<CrawlingOptions> options, HttpExchange exchange, HostTurns turns, TimeProvider time, ILogger log)
{
    private const int MostSites = 20_000;
    /// <summary>How long a robots.txt holds.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private readonly RobotsFetcher _fetcher = new(exchange, turns);
    private readonly Dictionary<string, Entry> _sites = [];
    private readonly Dictionary<string, StoredRobots> _unsaved = [];
    private readonly Lock _gate = new();

    /// <summary>A robots.txt was read and is not kept yet.</summary>
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

    /// <summary>Takes over the files kept from before, each for what is left of its day; a clock set back does not lengthen it.</summary>
    internal void Load(IReadOnlyList<HostMemory> hosts)
    {
        var now = time.GetUtcNow();
        foreach (var memory in hosts.Where(memory => memory.Robots is { } kept && now - kept.AskedAt < KeptFor).TakeLast(MostSites))
        {
            var kept = memory.Robots!;
            var age = now > kept.AskedAt ? now - kept.AskedAt : TimeSpan.Zero;
            var entry = GetOrAdd(memory.Key);
            entry.Rules ??= new RobotsRules(kept.Rules, kept.CrawlDelay);
            entry.Token ??= kept.Token;
            entry.AskedAt ??= time.GetTimestamp();
            entry.ValidFor = entry.ValidFor > TimeSpan.Zero ? entry.ValidFor : KeptFor - age;
        }
    }

    /// <summary>Takes out what is to be kept; <see cref="PutBack"/> it when that failed.</summary>
    internal IReadOnlyList<HostMemory> TakeUnsaved()
    {
        lock (_gate)
        {
            List<HostMemory> taken = [.. _unsaved.Select(site => new HostMemory { Key = site.Key, Robots = site.Value })];
            _unsaved.Clear();
            return taken;
        }
    }

    /// <summary>Puts back what could not be kept, unless it was read anew meanwhile.</summary>
    internal void PutBack(IReadOnlyList<HostMemory> hosts)
    {
        lock (_gate)
        {
            foreach (var memory in hosts.Where(memory => memory.Robots is not null))
            {
                _unsaved.TryAdd(memory.Key, memory.Robots!);
            }
        }
    }

    /// <summary>Says whether an address may be fetched, asking for the site's robots.txt first when needed.</summary>
    /// <param name="url">The address.</param>
    /// <param name="pause">The pause kept towards its host.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<RobotsVerdict> CheckAsync(Uri url, TimeSpan pause, CancellationToken cancellationToken)
    {
        var entry = GetOrAdd(url.GetLeftPart(UriPartial.Authority));
        await entry.One.WaitAsync(cancellationToken);
        try
        {
            var token = RobotsFile.ProductToken(options.Value.UserAgent);
            if (entry.AskedAt is not { } asked || time.GetElapsedTime(asked) >= entry.ValidFor || entry.Token != token)
            {
                await AskAsync(entry, new Uri(url, "/robots.txt"), token, pause, cancellationToken);
            }

            if (entry.Rules is not { } rules)
            {
                return entry.Fault!;
            }

            turns.SetCrawlDelay(HostName.Of(url), Shorter(rules.CrawlDelay ?? TimeSpan.Zero, options.Value.MaxCrawlDelay));
            return rules.Allows(url) ? new RobotsVerdict.Allowed() : new RobotsVerdict.Disallowed();
        }
        finally
        {
            entry.One.Release();
        }
    }

    private async Task AskAsync(Entry entry, Uri robots, string token, TimeSpan pause, CancellationToken cancellationToken)
    {
        var (rules, fault) = await _fetcher.FetchAsync(robots, token, pause, cancellationToken);
        if (rules is null && entry.Token != token)
        {
            entry.Rules = null;
        }

        entry.Token = token;
        entry.AskedAt = time.GetTimestamp();
        entry.Fault = fault;
        if (rules is null)
        {
            // An old copy still holds while the site cannot be asked (§2.4).
            entry.ValidFor = Shorter(FirstRetry * Math.Pow(2, Math.Min(entry.Failures++, 10)), LongestRetry);
            log.RobotsUnavailable(robots.Authority, fault!.Reason);
            return;
        }

        entry.Rules = rules;
        entry.Failures = 0;
        entry.ValidFor = KeptFor;
        lock (_gate)
        {
            _unsaved[robots.GetLeftPart(UriPartial.Authority)] = new StoredRobots(token, time.GetUtcNow(), rules.Rules, rules.CrawlDelay);
        }

        var longest = options.Value.MaxCrawlDelay;
        if (rules.CrawlDelay > longest)
        {
            log.CrawlDelayCut(robots.Authority, rules.CrawlDelay.Value, longest);
        }
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private Entry GetOrAdd(string site)
    {
        lock (_gate)
        {
            if (_sites.TryGetValue(site, out var entry))
            {
                return entry;
            }

            if (_sites.Count >= MostSites)
            {
                foreach (var old in _sites.OrderBy(s => s.Value.AskedAt).Take(MostSites / 10).Select(s => s.Key).ToList())
                {
                    _sites.Remove(old);
                }
            }

            return _sites[site] = new Entry();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim One { get; } = new(1, 1);

        public RobotsRules? Rules { get; set; }

        public string? Token { get; set; }

        public RobotsVerdict.Unavailable? Fault { get; set; }

        public int Failures { get; set; }

        /// <summary>Monotonic: a wall clock set back must not keep it for longer.</summary>
        public long? AskedAt { get; set; }

        public TimeSpan ValidFor { get; set; }
    }
}
