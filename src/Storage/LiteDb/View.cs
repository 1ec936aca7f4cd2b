using System.Diagnostics;
using LiteDB;
using Microsoft.Extensions.Logging;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>The queryable view of the journal: caught up at start, written in batches, rebuilt when it is damaged. Never the only copy of anything.</summary>
internal sealed class View : IDisposable
{
    private const int Batch = 100;
    private readonly LiteFile _file;
    private readonly DocumentFiles _documents;
    private readonly JournalReader _reader;
    private readonly Func<JournalPosition> _end;
    private readonly StepWatch _steps;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();

    /// <summary>The view in a folder.</summary>
    /// <param name="folder">The folder, made when it is missing.</param>
    /// <param name="reader">Reads the journal.</param>
    /// <param name="end">How far the view may be taken: never beyond what the state in memory reflects.</param>
    /// <param name="steps">For tests.</param>
    /// <param name="logger">Told of failures.</param>
    public View(string folder, JournalReader reader, Func<JournalPosition> end, StepWatch steps, ILogger logger)
    {
        Directory.CreateDirectory(folder);
        _file = new LiteFile(Path.Combine(folder, "view.db"), ViewFile.Prepare, logger);
        _documents = new DocumentFiles(folder, logger);
        _reader = reader;
        _end = end;
        _steps = steps;
        _logger = logger;
    }

    /// <summary>Reads rows; what is returned must be materialised.</summary>
    public T Read<T>(Func<LiteDatabase, T> read) => Guarded(() => _file.Run(read));

    /// <summary>Reads documents.</summary>
    public T ReadDocuments<T>(Func<DocumentFiles, T> read) => Guarded(() => read(_documents));

    /// <summary>Writes a batch and the position it leads to; on disk when it returns.</summary>
    public void Write(Changes changes, JournalPosition position) => Guarded(() =>
    {
        WriteOnce(changes, position);
        return true;
    });

    /// <summary>Applies what the journal holds beyond the view; rebuilds the view when a file of it is missing or damaged.</summary>
    /// <returns>How many records that were.</returns>
    /// <exception cref="JournalBrokenException">The journal cannot be read where it is needed.</exception>
    public long CatchUp()
    {
        lock (_lock)
        {
            if (Guarded(() => _documents.FindMissing(_file.Run(ViewFile.ListMonths))) is { } missing)
            {
                Rebuild($"{missing} is missing");
            }

            return Guarded(() => CatchUpOnce(_end()));
        }
    }

    /// <summary>Removes documents of the months that ended before an instant.</summary>
    public void Purge(DateTimeOffset before)
    {
        lock (_lock)
        {
            var purged = _documents.Purge(before);
            _file.Write(database => ViewFile.ForgetMonths(database, purged));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _documents.Dispose();
        _file.Dispose();
    }

    private T Guarded<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return _file.RunTwice(work);
            }
            catch (Exception e) when (LiteFile.IsEngineFault(e) && (_file.FindDamage(e) ?? _documents.FindDamage()) is not null)
            {
                Rebuild(e.Message);
                return work();
            }
        }
    }

    private void Rebuild(string reason)
    {
        var started = Stopwatch.GetTimestamp();
        StorageLog.ViewDamaged(_logger, Path.GetFileName(_file.FilePath), reason, _file.MoveAside());
        _documents.MoveAside();
        StorageLog.ViewRebuilt(_logger, CatchUpOnce(_end()), (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private long CatchUpOnce(JournalPosition to)
    {
        var from = _file.Run(ViewFile.Position);
        if (from.Sequence >= to.Sequence)
        {
            if (from != to)
            {
                // The journal lost its tail: the view knows more, keeps it, and goes on from where the journal ends.
                _file.Write(database => ViewFile.Put(database, new Changes(), to));
            }

            return 0;
        }

        var staging = NewStaging();
        JournalPosition? at = null;
        foreach (var record in _reader.List(from, to))
        {
            Add(staging, record);
            at = record.After;
            if ((at.Sequence - from.Sequence) % Batch == 0)
            {
                WriteOnce(staging.Changes, at);
                staging = NewStaging();
            }
        }

        WriteOnce(staging.Changes, at ?? to);
        return to.Sequence - from.Sequence;
    }

    private void Add(Staging staging, JournalRecord record)
    {
        try
        {
            staging.Add(record.ToEntry(), record.After.Sequence);
        }
        catch (InvalidOperationException e)
        {
            StorageLog.RecordLeftOut(_logger, record.After.Sequence, e.Message);
        }
    }

    private Staging NewStaging() => new(
        id => _file.Run(database => ViewFile.FindIncident(database, id)),
        id => _file.Run(database => ViewFile.FindDelivery(database, id)));

    /// <summary>Rows and position must always tell of the same place: applying a record twice would not be harmless.</summary>
    private void WriteOnce(Changes changes, JournalPosition position)
    {
        if (_file.Run(ViewFile.Position).Sequence >= position.Sequence)
        {
            return;
        }

        _steps.Reach("view.documents");
        _documents.Put(changes.Documents.Values);
        _steps.Reach("view.write");
        _file.Write(database =>
        {
            ViewFile.Put(database, changes, position);
            _steps.Reach("view.commit");
        });
        _steps.Reach("view.done");
    }
}
