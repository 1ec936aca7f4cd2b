using System.Diagnostics.CodeAnalysis;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>The pages due, in order (待采队列), host by host. Memory follows the store: a change is applied here after it was kept.</summary>
[SuppressMessage("Design", "MA0049", Justification = "The folder holds what belongs to the frontier, and this is it (STYLE.md §2).")]
internal sealed class Frontier(IPageReader reader, TimeProvider time)
{
    /// <summary>Items of one source that may wait at a time; what a list shows beyond is taken at later visits.</summary>
    public const int MostPending = 2000;

    private readonly SlotTable _slots = new();
    private readonly Dictionary<string, HostQueue> _hosts = [];
    private readonly Lock _gate = new();
    private Dictionary<string, Source> _sources = [];
    private Pass? _pass;

    /// <summary>Called, inside the lock, for each host that begins to have work.</summary>
    public Action<HostQueue>? HostAdded { get; set; }

    /// <summary>The last <see cref="Reconcile"/> saw everything; false when a list was being visited just then and must be compared again.</summary>
    public bool Settled { get; private set; }

    /// <summary>Forgets everything and takes over what is stored; nothing becomes due earlier than it was.</summary>
    public void Load(IReadOnlyList<FrontierEntry> entries)
    {
        lock (_gate)
        {
            _slots.Clear();
            _hosts.Clear();
            foreach (var entry in entries.Where(entry => Uri.TryCreate(entry.Url, UriKind.Absolute, out _)))
            {
                Put(entry);
            }
        }
    }

    /// <summary>Compares what is known with the sites of the configuration.</summary>
    /// <param name="options">The configuration in force.</param>
    /// <param name="only">Sources that are visited at all; null for every enabled one.</param>
    /// <returns>The change to keep and then to apply: lists added, changed or no longer wanted, items of sources gone for long.</returns>
    public FrontierChange Reconcile(CrawlingOptions options, IReadOnlyCollection<string>? only)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _pass = only is null ? null : new Pass(only);
            _sources = options.Sources.DistinctBy(source => source.Id).ToDictionary(source => source.Id);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, options.TimeZone).DateTime);
            var wanted = WantedLists.Of(_sources.Values, source => [.. _slots.StartsOf(source).Select(slot => slot.Entry)], reader.Canonical, today);
            var (change, settled) = Reconciliation.Compare(wanted, _sources, _slots.ByKey, now);
            Settled = settled;
            return change;
        }
    }

    /// <summary>Queues again whatever belongs to sources that are watched now, and wakes every host.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            foreach (var slot in _slots.All.Where(slot => !slot.InFlight && slot.Entry.Role != PageRole.List && IsActive(slot)))
            {
                HostOf(slot).Put(slot);
            }

            foreach (var host in _hosts.Values)
            {
                host.Wake.Set();
            }
        }
    }

    /// <summary>Moves what waits with a wall clock that was set back by so much; zero only looks for what waits by a wrong clock. Such entries are due now.</summary>
    /// <param name="setBack">How much earlier it is than it would have been; not negative.</param>
    public void FollowClock(TimeSpan setBack)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var slot in _slots.All.Where(slot => !slot.InFlight && slot.Entry.DueAt > now && IsActive(slot)).ToList())
            {
                var dueAt = slot.Entry.DueAt - setBack;
                dueAt = dueAt > now + RevisitPolicy.LongestWait(slot.Entry.Key, slot.Entry.Role, _sources[slot.Entry.Source].Every) ? now : dueAt;
                if (dueAt != slot.Entry.DueAt)
                {
                    slot.Entry = slot.Entry with { DueAt = dueAt };
                    HostOf(slot).Put(slot);
                    HostOf(slot).Wake.Set();
                }
            }
        }
    }

    /// <summary>Applies a change that was kept. The slots it names are free to be visited again.</summary>
    public void Apply(FrontierChange change)
    {
        lock (_gate)
        {
            foreach (var key in change.Remove)
            {
                if (_slots.Remove(key) is { } slot)
                {
                    HostOf(slot).Remove(slot);
                }
            }

            foreach (var entry in change.Put)
            {
                Put(entry).Wake.Set();
            }
        }
    }

    /// <summary>Gives a slot back that was not visited to the end.</summary>
    public void GiveBack(Slot slot, DateTimeOffset dueAt)
    {
        lock (_gate)
        {
            slot.InFlight = false;
            if (_slots.Holds(slot))
            {
                slot.Entry = slot.Entry with { DueAt = dueAt };
                HostOf(slot).Put(slot);
                HostOf(slot).Wake.Set();
            }
        }
    }

    /// <summary>Gives what is next on a host, with its source; null when nothing is.</summary>
    public (Slot Slot, Source Source, DateTimeOffset DueAt)? Next(HostQueue queue)
    {
        lock (_gate)
        {
            return Choose(queue) is var (slot, dueAt) ? (slot, _sources[slot.Entry.Source], dueAt) : null;
        }
    }

    /// <summary>Takes a slot for a visit; false when it is gone or taken.</summary>
    public bool TryTake(HostQueue queue, Slot slot)
    {
        lock (_gate)
        {
            if (slot.InFlight || !_slots.Holds(slot))
            {
                return false;
            }

            queue.Take(slot);
            _pass?.Take(slot);

            return true;
        }
    }

    /// <summary>Drops a host without work; false when it has some again.</summary>
    public bool TryRetire(HostQueue queue)
    {
        lock (_gate)
        {
            var done = _pass is null ? queue.IsEmpty : Choose(queue) is null;
            return done && _hosts.Remove(queue.Host);
        }
    }

    /// <summary>Makes the lists of a source due whose last visit began at least half an interval ago.</summary>
    public void MarkDue(string source)
    {
        lock (_gate)
        {
            if (!_sources.TryGetValue(source, out var watched))
            {
                return;
            }

            var now = time.GetUtcNow();
            foreach (var slot in _slots.StartsOf(source))
            {
                if (!slot.InFlight && slot.Entry.Failures == 0 && slot.Entry.DueAt > now && slot.Entry.DueAt - (watched.Every / 2) <= now)
                {
                    slot.Entry = slot.Entry with { DueAt = now };
                    HostOf(slot).Wake.Set();
                }
            }
        }
    }

    /// <summary>Says how many more items of a source may wait.</summary>
    public int RoomOf(string source)
    {
        lock (_gate)
        {
            return Math.Max(0, MostPending - _slots.CountOf(source, PageRole.Item));
        }
    }

    /// <summary>Gives the waiting entry of a name and whether it is being fetched at this moment; null when none waits.</summary>
    public (FrontierEntry Entry, bool InFlight)? Find(string key)
    {
        lock (_gate)
        {
            return _slots.TryFind(key, out var slot) ? (slot.Entry, slot.InFlight) : null;
        }
    }

    /// <summary>Says since when a source is watched; null when it has no list.</summary>
    public DateTimeOffset? WatchedSince(string source)
    {
        lock (_gate)
        {
            return _slots.StartsOf(source).Select(slot => (DateTimeOffset?)slot.Entry.AddedAt).Min();
        }
    }

    /// <summary>Lists the keys of the watched pages of a source beyond so many, those due last.</summary>
    public IReadOnlyList<string> LatestWatched(string source, int beyond)
    {
        lock (_gate)
        {
            return _slots.CountOf(source, PageRole.Watched) <= beyond
                ? []
                : [.. _slots.All.Where(slot => slot.Entry.Role == PageRole.Watched && slot.Entry.Source == source && !slot.InFlight).OrderBy(slot => slot.Entry.DueAt).Skip(beyond).Select(slot => slot.Entry.Key)];
        }
    }

    /// <summary>Lists the parts of sitemap indexes of a source, and whether each is being fetched at this moment.</summary>
    public IReadOnlyList<(FrontierEntry Entry, bool InFlight)> PartsOf(string source)
    {
        lock (_gate)
        {
            return [.. _slots.All.Where(slot => slot.Entry.Source == source && EntryKey.IsPart(slot.Entry.Key)).Select(slot => (slot.Entry, slot.InFlight))];
        }
    }

    /// <summary>Says when a start address of a source was last read; null when never.</summary>
    public DateTimeOffset? LastVisit(string source)
    {
        lock (_gate)
        {
            return _slots.StartsOf(source).Select(slot => slot.Entry.VisitedAt).Max();
        }
    }

    /// <summary>Lists the start addresses of watched sources, each with its host and address.</summary>
    public IReadOnlyList<(Source Source, string Host, Uri Url)> Lists()
    {
        lock (_gate)
        {
            return [.. _slots.AllStarts().Where(IsActive).Select(slot => (_sources[slot.Entry.Source], slot.Host, slot.Url))];
        }
    }

    /// <summary>Lists the hosts with work.</summary>
    public IReadOnlyList<HostQueue> Hosts()
    {
        lock (_gate)
        {
            return [.. _hosts.Values];
        }
    }

    /// <summary>How many entries are known.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _slots.All.Count;
            }
        }
    }

    /// <summary>Lists every entry known.</summary>
    public IReadOnlyList<FrontierEntry> List()
    {
        lock (_gate)
        {
            return [.. _slots.All.Select(slot => slot.Entry)];
        }
    }

    /// <summary>Leaves out what waits on a host for the rest of a pass.</summary>
    public void Skip(HostQueue queue)
    {
        lock (_gate)
        {
            _pass?.Skip(queue);
        }
    }

    private bool IsActive(Slot slot) =>
        _sources.TryGetValue(slot.Entry.Source, out var source) && (_pass?.Includes(source.Id) ?? source.Enabled);

    private (Slot Slot, DateTimeOffset DueAt)? Choose(HostQueue queue)
    {
        var now = time.GetUtcNow();
        return _pass is null ? queue.Next(now, IsActive) : _pass.Next(queue, IsActive) is { } slot ? (slot, now) : null;
    }

    private HostQueue Put(FrontierEntry entry)
    {
        var slot = _slots.Put(entry);
        var host = HostOf(slot);
        host.Put(slot);
        return host;
    }

    private HostQueue HostOf(Slot slot)
    {
        if (!_hosts.TryGetValue(slot.Host, out var host))
        {
            _hosts[slot.Host] = host = new HostQueue(slot.Host, time);
            HostAdded?.Invoke(host);
        }

        return host;
    }
}
