using System.Threading.Channels;
using LiteDB;
using Microsoft.Extensions.Logging;
using OpinionWatch.Storage.Backup;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>The frontier's one writer: what waits goes into one transaction and one checkpoint, and only then the callers are told.</summary>
internal sealed class FrontierLoop : IAsyncDisposable
{
    private const int Waiting = 1024;
    private const int Batch = 100;
    private readonly LiteFile _file;
    private readonly CopyGate _gate;
    private readonly HealthWatch _health;
    private readonly StepWatch _steps;
    private readonly ILogger _logger;
    private readonly Channel<Work> _channel = Channel.CreateBounded<Work>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Task _loop;

    /// <summary>Starts the loop.</summary>
    public FrontierLoop(LiteFile file, CopyGate gate, HealthWatch health, StepWatch steps, ILogger logger)
    {
        _file = file;
        _gate = gate;
        _health = health;
        _steps = steps;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Writes; on disk when the task completes.</summary>
    public async Task WriteAsync(Action<LiteDatabase> put, CancellationToken cancellationToken)
    {
        var work = new Work(put, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _channel.Writer.WriteAsync(work, cancellationToken);
#pragma warning disable VSTHRD003 // The loop completes it, and the loop waits for no caller.
        await work.Done.Task;
#pragma warning restore VSTHRD003
    }

    /// <summary>Reads, alone.</summary>
    public Task<T> ReadAsync<T>(Func<LiteDatabase, T> read, CancellationToken cancellationToken) =>
        Task.Run(() => Guarded(() => _file.Run(read)), cancellationToken);

    /// <summary>Writes what waits and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
#pragma warning disable VSTHRD003 // The loop was started by this object and waits for nobody who could be here.
        await _loop;
#pragma warning restore VSTHRD003
        _file.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Work>(Batch);
        while (await _channel.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Batch && _channel.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            await _gate.WaitAsync();
            WriteBatch(batch);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "The loop's edge: whatever fails is handed to the callers, and the loop goes on.")]
    private void WriteBatch(List<Work> batch)
    {
        try
        {
            Guarded(() =>
            {
                _file.Write(database =>
                {
                    _steps.Reach("frontier.write");
                    batch.ForEach(work => work.Put(database));
                    _steps.Reach("frontier.commit");
                });
                return true;
            });
            _steps.Reach("frontier.done");
            _health.Succeeded();
            batch.ForEach(work => work.Done.TrySetResult());
        }
        catch (Exception e)
        {
            _health.Failed(e);
            batch.ForEach(work => work.Done.TrySetException(e));
        }
    }

    /// <summary>Tries again on a database opened anew, and once more on an empty one when the file is damaged.</summary>
    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return _file.RunTwice(work);
        }
        catch (Exception e) when (LiteFile.IsEngineFault(e) && _file.FindDamage(e) is not null)
        {
            StorageLog.FrontierDamaged(_logger, Path.GetFileName(_file.FilePath), e.Message, _file.MoveAside());
            return work();
        }
    }

    private sealed record Work(Action<LiteDatabase> Put, TaskCompletionSource Done);
}
