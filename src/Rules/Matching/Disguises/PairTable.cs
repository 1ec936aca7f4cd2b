using System.Numerics;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Flags of pairs of characters, exactly, in two arrays.</summary>
internal sealed class PairTable
{
    private readonly uint[] _keys;
    private readonly PairFlags[] _flags;
    private readonly int _mask;

    /// <summary>A table of these pairs.</summary>
    public PairTable(IReadOnlyCollection<KeyValuePair<uint, PairFlags>> pairs)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pairs.Count * 3 / 2));
        (_keys, _flags, _mask) = (new uint[size], new PairFlags[size], size - 1);
        foreach (var (pair, flags) in pairs)
        {
            var slot = Slot(pair);
            (_keys[slot], _flags[slot]) = (pair, flags);
        }
    }

    /// <summary>The flags of a pair.</summary>
    public PairFlags this[uint pair] => _flags[Slot(pair)];

    private int Slot(uint pair)
    {
        var slot = (int)((pair * 0x9E3779B97F4A7C15UL) >> 36) & _mask;
        while (_flags[slot] != PairFlags.None && _keys[slot] != pair)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
