namespace OpinionWatch.Rules.Matching;

/// <summary>A set of hashes that may say yes of a stranger, once in sixty-four up to 65,536 members, and never no of a member.</summary>
internal sealed class BitFilter
{
    private const int BitsEach = 64;
    private const int LeastBits = 10;
    private const int MostBits = 22;

    /// <summary>A filter of so many hashes.</summary>
    public BitFilter(int count, IEnumerable<uint> hashes)
    {
        var bits = Math.Clamp(BitsFor((long)BitsEach * count), LeastBits, MostBits);
        Shift = 32 - bits;
        Words = new uint[1 << (bits - 5)];
        foreach (var hash in hashes)
        {
            var bit = hash >> Shift;
            Words[bit >> 5] |= 1u << (int)bit;
        }
    }

    /// <summary>The bits. Bit <c>hash &gt;&gt; Shift</c> is set for each member.</summary>
    public uint[] Words { get; }

    /// <summary>How far a hash is shifted to give its bit.</summary>
    public int Shift { get; }

    /// <summary>Whether a hash may be among them.</summary>
    public bool MayHave(uint hash)
    {
        var bit = hash >> Shift;
        return (Words[bit >> 5] >> (int)bit & 1) != 0;
    }

    /// <summary>How many bits count so far.</summary>
    public static int BitsFor(long count)
    {
        var bits = 0;
        while (1L << bits < count)
        {
            bits++;
        }

        return bits;
    }
}
