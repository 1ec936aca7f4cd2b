namespace OpinionWatch.Storage.Journal;

/// <summary>Reads one segment, record by record, and says what is wrong with the first that is not right.</summary>
internal sealed class SegmentReader(string path, JournalPosition from) : IDisposable
{
    private readonly FileStream _file = Open(path, from.Offset);
    private readonly byte[] _header = new byte[RecordFormat.HeaderBytes];

    /// <summary>Where the next record begins.</summary>
    public JournalPosition Position { get; private set; } = from;

    /// <summary>What is wrong at <see cref="Position"/>; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>Null at the end of the file, and when <see cref="Fault"/> says why not.</returns>
    public JournalRecord? Next()
    {
        var got = _file.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false);
        if (got < _header.Length)
        {
            Fault = got == 0 ? null : $"{got} bytes of a record that was not finished";
            return null;
        }

        var length = RecordFormat.FindLength(_header, out var fault);
        if (length is null || _file.Length - _file.Position < length)
        {
            Fault = fault ?? $"a record of {length} bytes that was not finished";
            return null;
        }

        var record = new byte[RecordFormat.HeaderBytes + length.Value];
        _header.CopyTo(record, 0);
        _file.ReadExactly(record.AsSpan(RecordFormat.HeaderBytes));
        Fault = RecordFormat.FindFault(record, Position);
        return Fault is null ? Advance(record) : null;
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private JournalRecord Advance(byte[] record)
    {
        var at = Position;
        Position = at with { Offset = at.Offset + record.Length, Sequence = at.Sequence + 1, Hash = RecordFormat.HashOf(record) };
        return new JournalRecord(at, Position, record);
    }

    private static FileStream Open(string path, long offset)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        file.Seek(offset, SeekOrigin.Begin);
        return file;
    }
}
