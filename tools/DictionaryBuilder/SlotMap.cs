using System.Numerics;

namespace OpinionWatch.DictionaryBuilder;

/// <summary>Which slots and which bases are taken, as bits, so that 64 bases are tried at once.</summary>
public sealed class SlotMap
{
    private ulong[] _slots = new ulong[1 << 14];
    private ulong[] _bases = new ulong[1 << 14];

    /// <summary>Where the search begins for nodes of at most so many children: below it there is little left.</summary>
    private int _from;
    private int _width = int.MaxValue;

    /// <summary>Base 0 means no children.</summary>
    public SlotMap() => _bases[0] = 1;

    /// <summary>Finds the lowest base not taken at which all codes have free slots, and takes both.</summary>
    public int Take(int[] codes)
    {
        if (codes.Length < _width)
        {
            _width = codes.Length;
            _from = 0;
        }

        for (var word = _from; ; word++)
        {
            var free = ~Bits(_bases, word * 64);
            foreach (var code in codes)
            {
                free &= ~Bits(_slots, (word * 64) + code);
                if (free == 0)
                {
                    break;
                }
            }

            if (free != 0)
            {
                _from = word;
                var found = (word * 64) + BitOperations.TrailingZeroCount(free);
                Set(ref _bases, found);
                foreach (var code in codes)
                {
                    Set(ref _slots, found + code);
                }

                return found;
            }
        }
    }

    private static ulong Bits(ulong[] bits, int at)
    {
        var word = at >> 6;
        var low = word < bits.Length ? bits[word] : 0;
        var shift = at & 63;
        return shift == 0 ? low : (low >> shift) | ((word + 1 < bits.Length ? bits[word + 1] : 0) << (64 - shift));
    }

    private static void Set(ref ulong[] bits, int at)
    {
        if (at >> 6 >= bits.Length)
        {
            Array.Resize(ref bits, Math.Max(bits.Length * 2, (at >> 6) + 1));
        }

        bits[at >> 6] |= 1UL << (at & 63);
    }
}
