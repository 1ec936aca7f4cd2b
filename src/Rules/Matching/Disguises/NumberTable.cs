using System.Numerics;
using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Numbers by keys, in one array half of which is free: a look costs one line of memory, and most looks find nothing.</summary>
/// <typeparam name="TKey">A pair of characters, or a node with what leads on from it.</typeparam>
internal sealed class NumberTable<TKey>
    where TKey : struct, IBinaryInteger<TKey>
{
    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <summary>A table of these; no number is negative.</summary>
    public NumberTable(IReadOnlyCollection<KeyValuePair<TKey, int>> entries)
    {
        var bits = BitOperations.Log2((uint)Math.Max(4, entries.Count)) + 2;
        (_slots, _shift) = (new Slot[1 << bits], 64 - bits);
        foreach (var (key, number) in entries)
        {
            _slots[SlotOf(key)] = new Slot(key, number + 1);
        }
    }

    /// <summary>The number of a key; -1 when there is none.</summary>
    public int this[TKey key] => _slots[SlotOf(key)].Next - 1;

    /// <summary>Where the key stands or would stand.</summary>
    private int SlotOf(TKey key)
    {
        var slots = _slots;
        var slot = (int)((ulong.CreateTruncating(key) * 0x9E3779B97F4A7C15UL) >> _shift);
        while (slots[slot].Next != 0 && slots[slot].Key != key)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }

    /// <summary>One place.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Next">Its number and one; 0 in a free place.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(TKey Key, int Next);
}
