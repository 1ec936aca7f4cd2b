using System.Numerics;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Numbers by keys that are not negative, in one array: a look costs one line of memory, and most of all looks find nothing.</summary>
internal sealed class NodeTable
{
    private readonly (long Key, int Number)[] _slots;
    private readonly int _shift;

    /// <summary>A table of these.</summary>
    public NodeTable(IReadOnlyCollection<KeyValuePair<long, int>> entries)
    {
        var bits = BitOperations.Log2((uint)Math.Max(4, entries.Count)) + 2;
        (_slots, _shift) = (new (long, int)[1 << bits], 64 - bits);
        Array.Fill(_slots, (-1, -1));
        foreach (var (key, number) in entries)
        {
            _slots[SlotOf(key)] = (key, number);
        }
    }

    /// <summary>The number of a key; -1 when there is none.</summary>
    public int this[long key] => _slots[SlotOf(key)].Number;

    /// <summary>Where the key stands or would stand.</summary>
    private int SlotOf(long key)
    {
        var slot = (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_slots[slot].Key != key && _slots[slot].Key >= 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
