using System.Diagnostics.CodeAnalysis;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Everything the frontier knows, by key, and by source where that is asked for. Guarded by <see cref="Frontier"/>.</summary>
internal sealed class SlotTable
{
    private readonly Dictionary<string, Slot> _slots = [];
    private readonly Dictionary<string, HashSet<Slot>> _starts = [];
    private readonly Dictionary<(string Source, PageRole Role), int> _counts = [];
    private long _order;

    public IReadOnlyCollection<Slot> All => _slots.Values;

    public IReadOnlyDictionary<string, Slot> ByKey => _slots;

    public void Clear()
    {
        _slots.Clear();
        _starts.Clear();
        _counts.Clear();
    }

    public bool TryFind(string key, [MaybeNullWhen(false)] out Slot slot) => _slots.TryGetValue(key, out slot);

    /// <summary>Says whether a slot is still the one of its key.</summary>
    public bool Holds(Slot slot) => _slots.GetValueOrDefault(slot.Entry.Key) == slot;

    /// <summary>Adds an entry or takes over its new state, and gives its slot, free to be visited.</summary>
    public Slot Put(FrontierEntry entry)
    {
        if (_slots.TryGetValue(entry.Key, out var slot))
        {
            slot.Entry = entry;
            slot.InFlight = false;
            return slot;
        }

        _slots[entry.Key] = slot = new Slot(entry) { Order = _order++ };
        Count(slot, 1);
        if (EntryKey.IsStart(entry.Key))
        {
            Starts(entry.Source).Add(slot);
        }

        return slot;
    }

    /// <summary>Takes an entry out; null when there is none.</summary>
    public Slot? Remove(string key)
    {
        if (!_slots.Remove(key, out var slot))
        {
            return null;
        }

        slot.InFlight = false;
        Count(slot, -1);
        Starts(slot.Entry.Source).Remove(slot);
        return slot;
    }

    /// <summary>Lists the start addresses of a source.</summary>
    public IReadOnlyCollection<Slot> StartsOf(string source) => Starts(source);

    /// <summary>Lists all start addresses.</summary>
    public IEnumerable<Slot> AllStarts() => _starts.Values.SelectMany(starts => starts);

    /// <summary>Counts the entries of a source in a role.</summary>
    public int CountOf(string source, PageRole role) => _counts.GetValueOrDefault((source, role));

    private HashSet<Slot> Starts(string source) => _starts.TryGetValue(source, out var starts) ? starts : _starts[source] = [];

    private void Count(Slot slot, int change)
    {
        var key = (slot.Entry.Source, slot.Entry.Role);
        _counts[key] = _counts.GetValueOrDefault(key) + change;
    }
}
