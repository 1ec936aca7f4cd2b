using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OpinionWatch.Storage.Journal;

/// <summary>The file <c>head</c>: how far the journal has come, so that a lost tail is noticed and the start need not read a whole segment.</summary>
/// <remarks>
/// Two slots written in turn, each with its own CRC, so that one is always whole. Written after each flush and before anybody is told, but flushed
/// only with a new segment and at the end: after a power cut it may be behind the journal, never before it.
/// </remarks>
internal sealed class JournalHead : IDisposable
{
    private const int SlotBytes = 64;
    private const uint Mark = 0x0148574F;
    private readonly SafeFileHandle _file;
    private int _slot;

    /// <summary>Opens the file, making it when it is missing.</summary>
    public JournalHead(string path)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
    }

    /// <summary>Finds the furthest position in the file; null when there is no such file or nothing whole in it.</summary>
    public static JournalPosition? Find(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var slots = new[] { FindSlot(file, 0), FindSlot(file, 1) };
        return slots.MaxBy(slot => slot?.Sequence ?? -1);
    }

    /// <summary>Writes the position into the slot that is not the last one.</summary>
    public void Write(JournalPosition position)
    {
        Span<byte> slot = stackalloc byte[SlotBytes];
        slot.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(slot, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(slot[8..], position.Segment);
        BinaryPrimitives.WriteInt64LittleEndian(slot[12..], position.Offset);
        BinaryPrimitives.WriteInt64LittleEndian(slot[20..], position.Sequence);
        Convert.FromHexString(position.Hash, slot[28..60], out _, out _);
        BinaryPrimitives.WriteUInt32LittleEndian(slot[4..], RecordFormat.CrcOf(slot[8..]));
        RandomAccess.Write(_file, slot, _slot * SlotBytes);
        _slot = 1 - _slot;
    }

    /// <summary>Puts it on disk.</summary>
    public void Flush() => RandomAccess.FlushToDisk(_file);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static JournalPosition? FindSlot(SafeFileHandle file, int index)
    {
        Span<byte> slot = stackalloc byte[SlotBytes];
        if (RandomAccess.Read(file, slot, index * SlotBytes) < SlotBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(slot) != Mark
            || BinaryPrimitives.ReadUInt32LittleEndian(slot[4..]) != RecordFormat.CrcOf(slot[8..]))
        {
            return null;
        }

        return new JournalPosition(
            BinaryPrimitives.ReadInt32LittleEndian(slot[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(slot[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(slot[20..]),
            Convert.ToHexString(slot[28..60]));
    }
}
