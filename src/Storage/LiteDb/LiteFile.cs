using LiteDB;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>One LiteDB file behind one gate. LiteDB 5.0.20 breaks when it is read beside a writer, and stays broken after any failure until it is opened anew.</summary>
/// <param name="path">The file.</param>
/// <param name="prepare">Makes the indexes of a file just opened.</param>
/// <param name="logger">Told of failures.</param>
internal sealed class LiteFile(string path, Action<LiteDatabase> prepare, ILogger logger) : IDisposable
{
    /// <summary>Longest time one batch of writes may take; what takes longer hangs in a checkpoint for good. Reads have no limit: they do not hang, and a long list takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private LiteDatabase? _database;
    private Task? _hung;
    private bool _disposed;

    /// <summary>The file.</summary>
    public string FilePath => path;

    /// <summary>Runs <paramref name="work"/> alone; what it returns must be materialised.</summary>
    /// <remarks>After any exception the database is closed, and opened anew by the next call.</remarks>
    public T Run<T>(Func<LiteDatabase, T> work) => Run(work, Timeout.InfiniteTimeSpan);

    private T Run<T>(Func<LiteDatabase, T> work, TimeSpan patience)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_hung is { IsCompleted: false })
            {
                throw Hangs();
            }

            _hung = null;
            var done = false;
            try
            {
                var result = Within(work, _database ??= Open(), patience);
                done = true;
                return result;
            }
            finally
            {
                if (!done)
                {
                    Close();
                }
            }
        }
    }

    /// <summary>Runs work for as long as there is patience; an engine that hangs is left alone, with its handle.</summary>
    /// <exception cref="CannotWriteNowException">The engine hangs.</exception>
    private T Within<T>(Func<LiteDatabase, T> work, LiteDatabase database, TimeSpan patience)
    {
        if (patience == Timeout.InfiniteTimeSpan)
        {
            return work(database);
        }

#pragma warning disable VSTHRD002 // The gate is held by this thread on purpose: nobody may touch the file meanwhile.
        var running = Task.Factory.StartNew(() => work(database), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        if (Task.WaitAny([running], patience) >= 0)
        {
            return running.GetAwaiter().GetResult();
        }
#pragma warning restore VSTHRD002

        // Never two engines on one file: until this one comes back, if it ever does, the file stays shut.
        _database = null;
        _hung = running.ContinueWith(_ => database.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        throw Hangs();
    }

    private CannotWriteNowException Hangs() => new($"数据库 {Path.GetFileName(path)} 的写入超过 {Patience.TotalSeconds:0} 秒没有完成；若不自行恢复，请重启服务。");

    /// <summary>Runs <paramref name="work"/> in one transaction; on disk when it returns.</summary>
    /// <remarks>A commit alone is not on disk: only <c>Checkpoint</c> waits for it. After an exception it may have been kept all the same: writes must bear repeating.</remarks>
    /// <exception cref="CannotWriteNowException">There is too little room on the disk; nothing was tried.</exception>
    public void Write(Action<LiteDatabase> work)
    {
        DiskRoom.Require(Path.GetDirectoryName(path)!, DiskRoom.Reserve);
        _ = Run(database =>
        {
            database.BeginTrans();
            work(database);
            database.Commit();
            database.Checkpoint();
            return true;
        }, Patience);
    }

    /// <summary>Runs work that fails once more on a database opened anew.</summary>
    public T RunTwice<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsEngineFault(e))
        {
            StorageLog.DatabaseFailed(logger, e, Path.GetFileName(path));
            return work();
        }
    }

    /// <summary>Says what is wrong with the file when it failed on a database opened anew; null when the file is not to blame.</summary>
    /// <remarks>What the engine itself calls critical is damage, also where every row can be read: only writing meets a broken chain of index nodes.</remarks>
    /// <exception cref="IOException">The disk failed, which says nothing about the file.</exception>
    public string? FindDamage(Exception fault) => fault is LiteException { IsCritical: true } ? fault.Message : FindDamage();

    /// <summary>Opens the file anew and reads every row; says what is wrong, null when nothing is.</summary>
    /// <exception cref="IOException">The disk failed, which says nothing about the file.</exception>
    public string? FindDamage()
    {
        lock (_gate)
        {
            Close();
        }

        try
        {
            return Run(database => database.GetCollectionNames().ToList().Select(name => FindDamage(database, name)).FirstOrDefault(fault => fault is not null));
        }
        catch (Exception e) when (e is EndOfStreamException or not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            return e.Message;
        }
    }

    /// <summary>Moves the file and its log aside, so that the next call begins with an empty one. The one moved aside before is replaced.</summary>
    /// <returns>Name of the file it became.</returns>
    public string MoveAside()
    {
        lock (_gate)
        {
            Close();
            var log = Path.ChangeExtension(path, null) + "-log" + Path.GetExtension(path);
            var aside = path + ".damaged";
            if (File.Exists(path))
            {
                File.Move(path, aside, overwrite: true);
            }

            if (File.Exists(log))
            {
                File.Move(log, log + ".damaged", overwrite: true);
            }

            return Path.GetFileName(aside);
        }
    }

    /// <summary>What LiteDB throws when it is broken: its own exception, or whatever its insides stumble over.</summary>
    public static bool IsEngineFault(Exception e) => e is not (CannotWriteNowException or Journal.JournalBrokenException or OperationCanceledException or OutOfMemoryException);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Close();
        }
    }

    private static string? FindDamage(LiteDatabase database, string name)
    {
        var collection = database.GetCollection(name);
        var counted = collection.LongCount();
        var read = collection.FindAll().LongCount(Payload.IsWhole);
        return counted == read ? null : $"collection {name}: {counted} rows in the index, {read} whole ones read";
    }

    private LiteDatabase Open()
    {
        var database = new LiteDatabase(new ConnectionString
        {
            Filename = path,
            Connection = ConnectionType.Direct,
            Collation = new Collation(127, System.Globalization.CompareOptions.Ordinal),
        });
        try
        {
            prepare(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void Close()
    {
        var database = _database;
        _database = null;
        try
        {
            database?.Dispose();
        }
        catch (Exception e) when (IsEngineFault(e))
        {
            StorageLog.CloseFailed(logger, e.Message);
        }
    }
}
