using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Hashes that are the same on every machine and in every version, for they are kept in journals.</summary>
internal static class StableHash
{
    /// <summary>Mixes 64 bits so that every bit of the result depends on every bit given (the finalizer of SplitMix64, G. Steele et al., 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Hashes a short string to 32 bits.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length;
        foreach (var letter in text)
        {
            hash = Mix(hash ^ letter);
        }

        return (uint)(hash >> 32);
    }

    /// <summary>Hashes a whole text so that equal hashes mean equal texts: the first 128 bits of SHA-256, hexadecimal.</summary>
    public static string Exact(string text) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()))[..16]);

    /// <summary>Writes hashes as base 64, big endian.</summary>
    public static string Pack(ReadOnlySpan<uint> hashes)
    {
        var bytes = new byte[hashes.Length * sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)), hashes[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads what <see cref="Pack"/> wrote; null when it is not well formed.</summary>
    public static uint[]? TryUnpack(string packed)
    {
        var bytes = new byte[(packed.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(packed, bytes, out var length) || length % sizeof(uint) != 0)
        {
            return null;
        }

        var hashes = new uint[length / sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)));
        }

        return hashes;
    }
}
