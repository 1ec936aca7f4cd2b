using System.Diagnostics.CodeAnalysis;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>The pages due, in order (待采队列), host by host. Memory follows the store: a change is applied here after it was kept.</summary>
[SuppressMessage("Design", "MA0049", Justification = "The folder holds what belongs to the frontier, and this is it (STYLE.md §2).")]
internal sealed class Frontier
{
    private readonly SlotTable _slots = new();
    private readonly Dictionary<string, HostQueue> _hosts = [];
    private readonly Lock _gate = new();
    private readonly IPageReader _reader;
    private readonly TimeProvider _time;
    private Dictionary<string, Source> _sources = [];
    private Pass? _pass;

    /// <summary>Makes one that knows nothing yet.</summary>
    /// <param name="reader">Names addresses.</param>
    /// <param name="time">The clock.</param>
    public Frontier(IPageReader reader, TimeProvider time)
    {
        _reader = reader;
        _time = time;
        Entries = new SourceEntries(_slots, _gate, slot => IsActive(slot) ? _sources[slot.Entry.Source] : null);
    }

    /// <summary>Answers questions about the entries of one source.</summary>
    public SourceEntries Entries { get; }

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
            var now = _time.GetUtcNow();
            _pass = only is null ? null : new Pass(only);
            _sources = options.Sources.DistinctBy(source => source.Id).ToDictionary(source => source.Id);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, options.TimeZone).DateTime);
            var wanted = WantedLists.Of(_sources.Values, source => [.. _slots.StartsOf(source).Select(slot => slot.Entry)], _reader.Canonical, today);
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
            var now = _time.GetUtcNow();
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

            var now = _time.GetUtcNow();
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
        var now = _time.GetUtcNow();
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
            _hosts[slot.Host] = host = new HostQueue(slot.Host, _time);
            HostAdded?.Invoke(host);
        }

        return host;
    }
}
