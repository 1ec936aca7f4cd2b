using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace OpinionWatch.Storage.Journal;

/// <summary>Appends groups of records, each group whole and on disk or not there at all. One thread at a time.</summary>
internal sealed class JournalWriter : IDisposable
{
    private const int KeptBufferBytes = 8 * 1024 * 1024;
    private readonly JournalFolder _folder;
    private readonly long _segmentBytes;
    private readonly StepWatch _steps;
    private readonly JournalHead _head;
    private ArrayBufferWriter<byte> _buffer = new();
    private SafeFileHandle? _file;
    private JournalPosition _end;
    private bool _torn;

    /// <summary>Opens the journal at its end, cutting off a torn record.</summary>
    public JournalWriter(JournalFolder folder, long segmentBytes, StepWatch steps, ILogger logger)
    {
        Directory.CreateDirectory(folder.Path);
        _folder = folder;
        _segmentBytes = segmentBytes;
        _steps = steps;
        var opening = new JournalOpening(folder, logger);
        _end = opening.FindEnd();
        Gap = opening.Gap;
        _head = new JournalHead(folder.HeadPath);
        if (Gap is null)
        {
            ResetHead(_end);
        }
    }

    /// <summary>What was missing at the end when it was opened, in words; null when nothing was. The first record must tell of it: only with that record the old head is given up.</summary>
    public string? Gap { get; private set; }

    /// <summary>Behind the last record that is on disk. Safe from any thread.</summary>
    public JournalPosition End => Volatile.Read(ref _end);

    /// <summary>Appends payloads as one group; on disk when it returns.</summary>
    /// <exception cref="IOException">Nothing of the group was kept: the disk is full or failing. The next call tries anew.</exception>
    public void Append(IReadOnlyList<ReadOnlyMemory<byte>> payloads)
    {
        var file = Prepare();
        var next = Format(payloads);
        try
        {
            _torn = true;
            _steps.Reach("journal.write");
            RandomAccess.Write(file, _buffer.WrittenSpan, _end.Offset);
            _steps.Reach("journal.flush");
            RandomAccess.FlushToDisk(file);
            _torn = false;
        }
        finally
        {
            if (_torn)
            {
                TryCut();
            }
        }

        _steps.Reach("journal.head");
        Volatile.Write(ref _end, next);
        WriteHead(next);
        _steps.Reach("journal.done");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file?.Dispose();
        _head.Flush();
        _head.Dispose();
    }

    private JournalPosition Format(IReadOnlyList<ReadOnlyMemory<byte>> payloads)
    {
        if (_buffer.Capacity > KeptBufferBytes)
        {
            _buffer = new ArrayBufferWriter<byte>();
        }

        _buffer.ResetWrittenCount();
        var next = _end;
        foreach (var payload in payloads)
        {
            var before = _buffer.WrittenCount;
            var hash = RecordFormat.Write(_buffer, next.Sequence + 1, next.Hash, payload.Span);
            next = next with { Offset = next.Offset + _buffer.WrittenCount - before, Sequence = next.Sequence + 1, Hash = hash };
        }

        return next;
    }

    private SafeFileHandle Prepare()
    {
        if (_torn && _file is not null)
        {
            RandomAccess.SetLength(_file, _end.Offset);
            _torn = false;
        }

        if (_file is null)
        {
            _file = Open(_end.Segment);
            RandomAccess.SetLength(_file, _end.Offset);
        }

        return _end.Offset >= _segmentBytes ? Roll() : _file;
    }

    private SafeFileHandle Roll()
    {
        _head.Flush();
        var next = Open(_end.Segment + 1);
        RandomAccess.SetLength(next, 0);
        _file!.Dispose();
        _file = next;
        Volatile.Write(ref _end, _end with { Segment = _end.Segment + 1, Offset = 0 });
        return next;
    }

    private SafeFileHandle Open(int segment)
    {
        var file = File.OpenHandle(_folder.PathOf(segment), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        DirectoryFlush.Of(_folder.Path);
        return file;
    }

    /// <summary>The group is on disk whatever becomes of the head: a head that is behind is caught up at the next start.</summary>
    private void WriteHead(JournalPosition position)
    {
        try
        {
            if (Gap is null)
            {
                _head.Write(position);
            }
            else
            {
                ResetHead(position);
                Gap = null;
            }
        }
        catch (IOException)
        {
            // The next group writes it again.
        }
    }

    private void ResetHead(JournalPosition position)
    {
        _head.Write(position);
        _head.Write(position);
        _head.Flush();
        DirectoryFlush.Of(_folder.Path);
    }

    /// <summary>Takes a half-written group back at once; when even that fails, the next call begins with it.</summary>
    private void TryCut()
    {
        try
        {
            RandomAccess.SetLength(_file!, _end.Offset);
            _torn = false;
        }
        catch (IOException)
        {
            _torn = true;
        }
    }
}
