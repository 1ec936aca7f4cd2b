using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Storage.Backup;
using OpinionWatch.Storage.Evidence;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.LiteDb;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage;

/// <summary>The parts of an open store, opened in order and closed in the reverse.</summary>
internal sealed class StoreParts : IAsyncDisposable
{
    private const int WouldBlock = 11;
    private const int SharingViolation = unchecked((int)0x80070020);
    private readonly FileStream _lock;
    private readonly ViewLoop _viewLoop;
    private bool _disposed;

    private StoreParts(FileStream @lock, string folder, TimeProvider time, ILogger logger, StoreSettings settings)
    {
        var started = Stopwatch.GetTimestamp();
        _lock = @lock;
        var journalFolder = new JournalFolder(Path.Combine(folder, "journal"));
        var litedb = Path.Combine(folder, "litedb");
        Health = new HealthWatch(folder, time, settings.Steps, logger);
        var writer = OpenJournal(journalFolder, time, settings, logger);
        View = new View(litedb, new JournalReader(journalFolder), () => State!.Position, settings.Steps, logger);
        State = new StoreState(View);
        State.Begin(writer.End);
        var caughtUp = View.CatchUp();
        State.Load(time.GetUtcNow());
        _viewLoop = new ViewLoop(View, State, time, logger);
        Journal = new CommitLoop(writer, State, Health, _viewLoop.Signal, logger);
        Evidence = new WarcArchive(Path.Combine(folder, "evidence"), Journal, State, time, Health, settings.Steps, logger);
        Evidence.Mend();
        Frontier = new FrontierLoop(new LiteFile(Path.Combine(litedb, "frontier.db"), FrontierFile.Prepare, logger), new CopyGate(folder, TimeProvider.System, logger), Health, settings.Steps, logger);
        StorageLog.Opened(logger, folder, writer.End.Sequence, caughtUp, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Whether it can write.</summary>
    public HealthWatch Health { get; }

    /// <summary>The queryable view.</summary>
    public View View { get; }

    /// <summary>What is held in memory.</summary>
    public StoreState State { get; }

    /// <summary>The way into the journal.</summary>
    public CommitLoop Journal { get; }

    /// <summary>The evidence files.</summary>
    public WarcArchive Evidence { get; }

    /// <summary>The frontier.</summary>
    public FrontierLoop Frontier { get; }

    /// <summary>Opens everything.</summary>
    public static Task<StoreParts> OpenAsync(string folder, TimeProvider time, ILoggerFactory loggers, StoreSettings settings, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                Directory.CreateDirectory(folder);
                var @lock = Lock(folder);
                try
                {
                    Restoring.Refuse(folder);
                    return new StoreParts(@lock, folder, time, loggers.CreateLogger("OpinionWatch.Storage"), settings);
                }
                catch
                {
                    @lock.Dispose();
                    throw;
                }
            },
            cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await Frontier.DisposeAsync();
        await Journal.DisposeAsync();
        await _viewLoop.DisposeAsync();
        Evidence.Dispose();
        View.Dispose();
        Health.Dispose();
        await _lock.DisposeAsync();
    }

    /// <summary>The kernel lets go of it when the process dies, however it dies.</summary>
    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e.HResult is WouldBlock or SharingViolation)
        {
            throw new StoreInUseException(folder, e);
        }
    }

    /// <summary>A gap is written into the journal before anything else: it must not be forgotten by going on.</summary>
    private static JournalWriter OpenJournal(JournalFolder folder, TimeProvider time, StoreSettings settings, ILogger logger)
    {
        var writer = new JournalWriter(folder, settings.SegmentBytes, settings.Steps, logger);
        if (writer.Gap is { } gap)
        {
            StorageLog.JournalGap(logger, gap);
            writer.Append([JsonSerializer.SerializeToUtf8Bytes<JournalEntry>(new JournalEntry.Gap(time.GetUtcNow(), gap), ContractJson.Options)]);
        }

        return writer;
    }
}
