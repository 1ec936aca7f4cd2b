using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Tests.Support;

/// <summary>Both stores of the crawler in memory; it outlives the crawler, as the disk does.</summary>
internal sealed class MemoryStore : IFrontierStore, ICoverageStore, IHostStore
{
    private readonly Dictionary<string, FrontierEntry> _entries = [];
    private readonly Dictionary<string, long> _marks = [];
    private readonly Dictionary<(string, DateTimeOffset), SourceHour> _hours = [];
    private readonly Dictionary<string, HostMemory> _hostMemories = [];
    private readonly Lock _gate = new();

    /// <summary>When true every write fails.</summary>
    public bool Broken { get; set; }

    /// <summary>When true looking marks up throws, as a bug would.</summary>
    public bool HasBug { get; set; }

    public int Saves { get; private set; }

    public IReadOnlyList<FrontierEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Values];
            }
        }
    }

    public int MarkCount
    {
        get
        {
            lock (_gate)
            {
                return _marks.Count;
            }
        }
    }

    public Task<IReadOnlyList<FrontierEntry>> ListEntriesAsync(CancellationToken cancellationToken) => Task.FromResult(Entries);

    public Task<IReadOnlyDictionary<string, long>> FindMarksAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (HasBug)
            {
                throw new InvalidOperationException("A bug.");
            }

            return Task.FromResult<IReadOnlyDictionary<string, long>>(keys.Where(_marks.ContainsKey).ToDictionary(key => key, key => _marks[key]));
        }
    }

    public Task SaveAsync(FrontierChange change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Broken)
            {
                throw new IOException("No space left on device.");
            }

            Saves++;
            foreach (var key in change.Remove)
            {
                _entries.Remove(key);
            }

            foreach (var entry in change.Put)
            {
                _entries[entry.Key] = entry;
            }

            foreach (var seen in change.Seen)
            {
                _marks[seen.Key] = seen.Mark;
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HostMemory>> ListHostsAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<HostMemory>>([.. _hostMemories.Values]);
        }
    }

    public Task SaveHostsAsync(IReadOnlyList<HostMemory> hosts, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var host in hosts)
            {
                if (host.HeldUntil is null && host.Robots is null)
                {
                    _hostMemories.Remove(host.Key);
                }
                else
                {
                    _hostMemories[host.Key] = host;
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task SaveHoursAsync(IReadOnlyList<SourceHour> hours, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var hour in hours)
            {
                _hours[(hour.Source, hour.Hour)] = hour;
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceHour>> ListHoursAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SourceHour>>([.. _hours.Values.Where(hour => hour.Hour >= from && hour.Hour < to).OrderBy(hour => hour.Source).ThenBy(hour => hour.Hour)]);
        }
    }
}
