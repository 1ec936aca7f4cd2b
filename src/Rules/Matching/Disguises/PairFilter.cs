using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>A set of pairs of characters that may say yes of a stranger, once in some hundred, and never no of a member: two bits of one word for each, so that it fits into a near cache.</summary>
internal sealed class PairFilter
{
    private const int PairsInWord = 6;
    private const int LeastWordBits = 4;
    private const int MostWordBits = 16;
    private const int BitBits = 6;

    /// <summary>A filter of these.</summary>
    public PairFilter(IReadOnlyCollection<uint> pairs)
    {
        var bits = Math.Clamp(BitFilter.BitsFor(pairs.Count / PairsInWord), LeastWordBits, MostWordBits);
        Shift = 64 - bits;
        Words = new ulong[1 << bits];
        foreach (var pair in pairs)
        {
            var hash = Hash(pair);
            Words[hash >> Shift] |= MaskOf(hash);
        }
    }

    /// <summary>The words. Word <c>Hash &gt;&gt; Shift</c> has both bits of <see cref="MaskOf"/> for each member.</summary>
    public ulong[] Words { get; }

    /// <summary>How far a hash is shifted to give its word.</summary>
    public int Shift { get; }

    /// <summary>The hash of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(uint pair) => pair * 0x9E3779B97F4A7C15UL;

    /// <summary>The two bits of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskOf(ulong hash) => (1UL << (int)(hash >> (64 - MostWordBits - BitBits))) | (1UL << (int)(hash >> (64 - MostWordBits - (2 * BitBits))));
}
