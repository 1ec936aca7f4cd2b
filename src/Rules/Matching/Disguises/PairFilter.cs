using System.Numerics;
using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>A set of pairs of characters that says yes too often, but never no wrongly (Bloom, 1970): one bit a pair, one load to ask.</summary>
internal sealed class PairFilter
{
    private const int BitsEach = 24;
    private const int LeastBits = 12;
    private const int MostBits = 24;

    /// <summary>A filter of these pairs.</summary>
    public PairFilter(IReadOnlyCollection<uint> pairs)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)((long)pairs.Count * BitsEach) | 1) + 1, LeastBits, MostBits);
        Words = new ulong[1 << (bits - 6)];
        Shift = 64 - (bits - 6);
        foreach (var pair in pairs)
        {
            var hash = Hash(pair);
            Words[hash >> Shift] |= 1UL << Bit(hash);
        }
    }

    /// <summary>The bits; the word of a pair is its hash shifted right by <see cref="Shift"/>.</summary>
    public ulong[] Words { get; }

    /// <summary>How far a hash is shifted, so that it lies in <see cref="Words"/>.</summary>
    public int Shift { get; }

    /// <summary>Whether a pair may be among them.</summary>
    public bool MayHave(char first, char second)
    {
        var hash = Hash(PairOf(first, second));
        return (Words[hash >> Shift] >> Bit(hash) & 1) != 0;
    }

    /// <summary>Two characters as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PairOf(char first, char second) => ((uint)first << 16) | second;

    /// <summary>The hash of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(uint pair) => pair * 0x9E3779B97F4A7C15UL;

    /// <summary>The bit of a hash in its word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bit(ulong hash) => (int)(hash >> 32) & 63;
}
