using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage;

/// <summary>Remembers whether the data folder can be written to, and tries again every few seconds while it cannot.</summary>
internal sealed class HealthWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly StepWatch _steps;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private string? _fault;
    private bool _isFull;
    private DateTimeOffset? _since;

    /// <summary>Watches a folder.</summary>
    public HealthWatch(string folder, TimeProvider time, StepWatch steps, ILogger logger)
    {
        _folder = folder;
        _time = time;
        _steps = steps;
        _logger = logger;
        _timer = time.CreateTimer(_ => Probe(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A write succeeded.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            if (_since is { } since)
            {
                StorageLog.CanWriteAgain(_logger, _folder, (long)(_time.GetUtcNow() - since).TotalSeconds);
                (_fault, _since, _isFull) = (null, null, false);
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>A write failed.</summary>
    public void Failed(Exception exception)
    {
        lock (_lock)
        {
            if (_since is null)
            {
                StorageLog.CannotWrite(_logger, _folder, exception.Message);
                _since = _time.GetUtcNow();
                _timer.Change(Pause, Pause);
            }

            _fault = exception.Message;
            _isFull = DiskRoom.IsFull(exception);
        }
    }

    /// <summary>Gives the state of affairs.</summary>
    public StoreHealth Describe(long lag)
    {
        lock (_lock)
        {
            return new StoreHealth(_since is null, _fault, _since, DiskRoom.FindFreeBytes(_folder), lag, _isFull);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private void Probe()
    {
        var path = Path.Combine(_folder, ".probe");
        try
        {
            _steps.Reach("probe.write");
            DiskRoom.Require(_folder, 2 * DiskRoom.Reserve);
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(new byte[1 << 18]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
            Succeeded();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failed(e);
            TryDelete(path);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next probe overwrites it.
        }
    }
}
