namespace OpinionWatch.Crawling.Running;

/// <summary>Holds the crawler while nothing can be kept, for instance because the disk is full.</summary>
internal sealed class CrawlGate
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _closed;

    /// <summary>Why it is closed, in Chinese; null when it is open.</summary>
    public string? Reason { get; private set; }

    /// <summary>Closes it; says whether it was open.</summary>
    public bool Close(string reason)
    {
        lock (_gate)
        {
            var opened = _closed is null;
            Reason = reason;
            _closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return opened;
        }
    }

    /// <summary>Opens it; says whether it was closed.</summary>
    public bool Open()
    {
        lock (_gate)
        {
            Reason = null;
            var closed = _closed;
            _closed = null;
            closed?.TrySetResult();
            return closed is not null;
        }
    }

    /// <summary>Completes while open.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _closed?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
        }
    }
}
