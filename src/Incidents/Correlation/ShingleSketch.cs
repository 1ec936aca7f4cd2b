using System.Globalization;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>The smallest hashes of a text's shingles (bottom-k sketch): two texts' likeness can be read from their sketches alone.</summary>
/// <remarks>A. Broder, On the resemblance and containment of documents, 1997. Texts of up to <see cref="Size"/> shingles are kept whole, so that likeness of short posts is exact.</remarks>
public sealed class ShingleSketch
{
    /// <summary>Hashes kept of one text.</summary>
    public const int Size = 64;

    private const int Width = 4;
    private const string Prefix = "shingles:1:";
    private readonly uint[] _hashes;

    private ShingleSketch(int count, uint[] hashes)
    {
        Count = count;
        _hashes = hashes;
    }

    /// <summary>Number of distinct shingles of the whole text.</summary>
    public int Count { get; }

    /// <summary>The hashes kept, smallest first.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>Sketches a reduced text.</summary>
    public static ShingleSketch Of(string reduced)
    {
        var hashes = new uint[Math.Max(1, reduced.Length - Width + 1)];
        for (var start = 0; start < hashes.Length; start++)
        {
            ulong packed = 0;
            for (var at = start; at < Math.Min(start + Width, reduced.Length); at++)
            {
                packed = (packed << 16) | reduced[at];
            }

            hashes[start] = (uint)(StableHash.Mix(packed) >> 32);
        }

        Array.Sort(hashes);
        uint[] distinct = [.. hashes.Distinct()];
        return new ShingleSketch(distinct.Length, distinct.Length > Size ? distinct[..Size] : distinct);
    }

    /// <summary>Reads a fingerprint back; null when it is another algorithm's or not well formed.</summary>
    public static ShingleSketch? TryParse(string fingerprint)
    {
        if (!fingerprint.StartsWith(Prefix) || fingerprint.IndexOf('.') is var dot && dot < 0
            || !int.TryParse(fingerprint.AsSpan(Prefix.Length, dot - Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return StableHash.TryUnpack(fingerprint[(dot + 1)..]) is { Length: > 0 and <= Size } hashes ? new ShingleSketch(Math.Max(count, hashes.Length), hashes) : null;
    }

    /// <summary>Gives the fingerprint, <c>shingles:1:COUNT.HASHES</c>.</summary>
    public override string ToString() => $"{Prefix}{Count.ToString(CultureInfo.InvariantCulture)}.{StableHash.Pack(_hashes)}";

    /// <summary>Estimates how much two texts have in common.</summary>
    /// <returns>The Jaccard likeness of their shingles, and the share of the smaller text that is in the larger, both 0–1.</returns>
    public (double Likeness, double Contained) Compare(ShingleSketch other)
    {
        int mine = 0, theirs = 0, seen = 0, common = 0;
        var limit = Count <= Size && other.Count <= Size ? int.MaxValue : Size;
        while (mine < _hashes.Length && theirs < other._hashes.Length && seen < limit)
        {
            var order = _hashes[mine].CompareTo(other._hashes[theirs]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
            seen++;
        }

        // Of two texts kept whole, what is left of the longer one is part of the union as well.
        seen += limit == int.MaxValue ? _hashes.Length - mine + other._hashes.Length - theirs : 0;
        var likeness = seen == 0 ? 0 : (double)common / seen;
        var shared = likeness / (1 + likeness) * (Count + other.Count);
        return (likeness, Math.Min(1, shared / Math.Min(Count, other.Count)));
    }
}
