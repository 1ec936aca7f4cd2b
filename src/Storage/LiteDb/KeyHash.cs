using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>A string key as LiteDB is quick with: a 64-bit id, and 64 bits more that tell two keys of one id apart.</summary>
/// <param name="Id">First eight bytes of the key's SHA-256.</param>
/// <param name="Check">The next eight.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct KeyHash(long Id, long Check)
{
    /// <summary>Gives the hash of a key: the same on every machine, for ever. SHA-256, so that a hostile site cannot make two addresses meet.</summary>
    public static KeyHash Of(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return new KeyHash(BinaryPrimitives.ReadInt64LittleEndian(hash), BinaryPrimitives.ReadInt64LittleEndian(hash[8..]));
    }
}
