using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace OpinionWatch.Storage.Journal;

/// <summary>One record as bytes: mark and version, payload's length, CRC-32C, sequence, SHA-256 of the record before it, payload.</summary>
/// <remarks>Little-endian. The CRC covers everything but itself, the SHA-256 of a record covers all its bytes.</remarks>
internal static class RecordFormat
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 52;

    /// <summary>A payload longer than this is refused when written and called broken when read.</summary>
    public const int LimitBytes = 64 * 1024 * 1024;

    /// <summary><c>OWJ</c> and version 1.</summary>
    private const uint Mark = 0x014A574F;

    /// <summary>Writes a record.</summary>
    /// <returns>Its SHA-256, upper-case hexadecimal.</returns>
    public static string Write(ArrayBufferWriter<byte> target, long sequence, string previous, ReadOnlySpan<byte> payload)
    {
        var record = target.GetSpan(HeaderBytes + payload.Length)[..(HeaderBytes + payload.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(record, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(record[12..], sequence);
        Convert.FromHexString(previous, record[20..HeaderBytes], out _, out _);
        payload.CopyTo(record[HeaderBytes..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], Crc(record));
        target.Advance(record.Length);
        return HashOf(record);
    }

    /// <summary>Finds the length of the payload a header announces.</summary>
    /// <returns>Null with <paramref name="fault"/> when it is no header.</returns>
    public static int? FindLength(ReadOnlySpan<byte> header, out string? fault)
    {
        fault = null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Mark)
        {
            fault = "no record of a known version begins here";
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        if (length is < 0 or > LimitBytes)
        {
            fault = $"a payload of {length} bytes is not possible";
            return null;
        }

        return length;
    }

    /// <summary>Finds what is wrong with a whole record that should stand at <paramref name="at"/>; null when it is right.</summary>
    public static string? FindFault(ReadOnlySpan<byte> record, JournalPosition at)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[8..]) != Crc(record))
        {
            return "the check sum does not fit: bytes were changed";
        }

        var sequence = BinaryPrimitives.ReadInt64LittleEndian(record[12..]);
        if (sequence != at.Sequence + 1)
        {
            return $"record {at.Sequence + 1} is expected, record {sequence} stands here: records are missing, inserted or reordered";
        }

        return PreviousOf(record) == at.Hash ? null : $"the chain is broken: record {at.Sequence} before it is not the one that was written";
    }

    /// <summary>Gives the sequence a header carries.</summary>
    public static long SequenceOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt64LittleEndian(header[12..]);

    /// <summary>Gives the SHA-256 a header carries of the record before it.</summary>
    public static string PreviousOf(ReadOnlySpan<byte> header) => Convert.ToHexString(header[20..HeaderBytes]);

    /// <summary>Gives a record's SHA-256.</summary>
    public static string HashOf(ReadOnlySpan<byte> record) => Convert.ToHexString(SHA256.HashData(record));

    /// <summary>CRC-32C (Castagnoli) of a record without its CRC field.</summary>
    public static uint Crc(ReadOnlySpan<byte> record) => ~Crc32C(Crc32C(uint.MaxValue, record[..8]), record[12..]);

    /// <summary>CRC-32C of any bytes.</summary>
    public static uint CrcOf(ReadOnlySpan<byte> bytes) => ~Crc32C(uint.MaxValue, bytes);

    private static uint Crc32C(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
