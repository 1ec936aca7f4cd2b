using System.Buffers.Binary;
using System.Text;

namespace OpinionWatch.Storage.Backup;

/// <summary>Headers of a tar archive (POSIX ustar; long names and large sizes as GNU tar writes them), so that a backup can be looked at with any tool.</summary>
/// <remarks>Plain files only: links, folders and devices are written by nobody here and refused when read.</remarks>
internal static class ArchiveHeader
{
    /// <summary>Bytes of a header, and what content is padded to.</summary>
    public const int BlockBytes = 512;

    /// <summary>A plain file.</summary>
    public const byte Plain = (byte)'0';

    /// <summary>The name of the next entry.</summary>
    public const byte LongName = (byte)'L';

    private const int NameBytes = 100;
    private const int SizeAt = 124;
    private const int SumAt = 148;
    private const int KindAt = 156;

    /// <summary>Says whether a name needs an entry of its own before it.</summary>
    public static bool IsLong(string name) => Encoding.UTF8.GetByteCount(name) > NameBytes;

    /// <summary>Writes a header.</summary>
    public static byte[] Write(string name, long size, byte kind, DateTimeOffset at)
    {
        var block = new byte[BlockBytes];
        var bytes = Encoding.UTF8.GetBytes(name);
        bytes.AsSpan(0, Math.Min(bytes.Length, NameBytes)).CopyTo(block);
        Octal(block.AsSpan(100, 8), 0b110_000_000);
        Octal(block.AsSpan(108, 8), 0);
        Octal(block.AsSpan(116, 8), 0);
        if (size < 1L << 33)
        {
            Octal(block.AsSpan(SizeAt, 12), size);
        }
        else
        {
            block[SizeAt] = 0x80;
            BinaryPrimitives.WriteInt64BigEndian(block.AsSpan(SizeAt + 4), size);
        }

        Octal(block.AsSpan(136, 12), Math.Max(0, at.ToUnixTimeSeconds()));
        block[KindAt] = kind;
        "ustar\000"u8.CopyTo(block.AsSpan(257));
        Octal(block.AsSpan(SumAt, 7), Sum(block));
        block[SumAt + 7] = (byte)' ';
        return block;
    }

    /// <summary>Reads a header.</summary>
    /// <returns>Null with <paramref name="fault"/> when it is none.</returns>
    public static (string Name, long Size, byte Kind)? Read(ReadOnlySpan<byte> block, out string? fault)
    {
        fault = null;
        if (Number(block.Slice(SumAt, 8)) is not { } sum || sum != Sum(block))
        {
            fault = "the check sum of an entry's header does not fit";
            return null;
        }

        if (Number(block.Slice(SizeAt, 12)) is not { } size || size < 0)
        {
            fault = "the size of an entry cannot be read";
            return null;
        }

        var name = block[..NameBytes];
        var end = name.IndexOf((byte)0);
        return (Encoding.UTF8.GetString(end < 0 ? name : name[..end]), size, block[KindAt] == 0 ? Plain : block[KindAt]);
    }

    private static void Octal(Span<byte> field, long value) =>
        Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(field.Length - 1, '0'), field);

    /// <summary>The field itself counts as blanks.</summary>
    private static long Sum(ReadOnlySpan<byte> block)
    {
        var sum = 0L;
        for (var index = 0; index < BlockBytes; index++)
        {
            sum += index is >= SumAt and < SumAt + 8 ? ' ' : block[index];
        }

        return sum;
    }

    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] == 0x80)
        {
            return field.Length == 12 && field[1..4].IndexOfAnyExcept((byte)0) < 0 ? BinaryPrimitives.ReadInt64BigEndian(field[4..]) : null;
        }

        var text = Encoding.ASCII.GetString(field).Trim('\0', ' ');
        return text.Length > 0 && text.All(c => c is >= '0' and <= '7') ? Convert.ToInt64(text, 8) : null;
    }
}
