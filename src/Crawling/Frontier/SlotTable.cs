using System.Diagnostics.CodeAnalysis;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>Everything the frontier knows, by key, and by source and role where that is asked for. Guarded by <see cref="Frontier"/>.</summary>
internal sealed class SlotTable
{
    private readonly Dictionary<string, Slot> _slots = [];
    private readonly Dictionary<string, HashSet<Slot>> _starts = [];
    private readonly Dictionary<(string Source, PageRole Role), HashSet<Slot>> _roles = [];
    private long _order;

    public IReadOnlyCollection<Slot> All => _slots.Values;

    public IReadOnlyDictionary<string, Slot> ByKey => _slots;

    public void Clear()
    {
        _slots.Clear();
        _starts.Clear();
        _roles.Clear();
    }

    public bool TryFind(string key, [MaybeNullWhen(false)] out Slot slot) => _slots.TryGetValue(key, out slot);

    /// <summary>Says whether a slot is still the one of its key.</summary>
    public bool Holds(Slot slot) => _slots.GetValueOrDefault(slot.Entry.Key) == slot;

    /// <summary>Adds an entry or takes over its new state, and gives its slot, free to be visited.</summary>
    public Slot Put(FrontierEntry entry)
    {
        if (_slots.TryGetValue(entry.Key, out var slot))
        {
            // Two sources may lead to one page; it belongs to the one that did last.
            Leave(slot);
            slot.Entry = entry;
            slot.InFlight = false;
        }
        else
        {
            _slots[entry.Key] = slot = new Slot(entry) { Order = _order++ };
        }

        Join(slot);
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
        Leave(slot);
        return slot;
    }

    /// <summary>Lists the start addresses of a source.</summary>
    public IReadOnlyCollection<Slot> StartsOf(string source) => _starts.GetValueOrDefault(source, []);

    /// <summary>Lists all start addresses.</summary>
    public IEnumerable<Slot> AllStarts() => _starts.Values.SelectMany(starts => starts);

    /// <summary>Lists the entries of a source in a role.</summary>
    public IReadOnlyCollection<Slot> Of(string source, PageRole role) => _roles.GetValueOrDefault((source, role), []);

    private void Join(Slot slot)
    {
        Add(_roles, (slot.Entry.Source, slot.Entry.Role), slot);
        if (EntryKey.IsStart(slot.Entry.Key))
        {
            Add(_starts, slot.Entry.Source, slot);
        }
    }

    private void Leave(Slot slot)
    {
        Remove(_roles, (slot.Entry.Source, slot.Entry.Role), slot);
        Remove(_starts, slot.Entry.Source, slot);
    }

    private static void Add<TName>(Dictionary<TName, HashSet<Slot>> index, TName name, Slot slot)
        where TName : notnull
    {
        if (!index.TryGetValue(name, out var slots))
        {
            index[name] = slots = [];
        }

        slots.Add(slot);
    }

    private static void Remove<TName>(Dictionary<TName, HashSet<Slot>> index, TName name, Slot slot)
        where TName : notnull
    {
        if (index.TryGetValue(name, out var slots) && slots.Remove(slot) && slots.Count == 0)
        {
            index.Remove(name);
        }
    }
}
