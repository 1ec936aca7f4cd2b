namespace OpinionWatch.Crawling.Frontier;

/// <summary>A signal one loop waits for. Set while nobody waits, it ends the next wait at once.</summary>
internal sealed class Wake(TimeProvider time)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _signal = New();

    public void Set()
    {
        lock (_gate)
        {
            _signal.TrySetResult();
        }
    }

    /// <summary>Completes when set, when the time is over, or when cancelled: the caller looks again at what there is to do.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        Task signal;
        lock (_gate)
        {
            signal = _signal.Task;
        }

        if (!signal.IsCompleted)
        {
            await using var timer = time.CreateTimer(static wake => ((Wake)wake!).Set(), this, atMost < Least ? Least : atMost > Most ? Most : atMost, Timeout.InfiniteTimeSpan);
            await using var stopped = cancellationToken.UnsafeRegister(static wake => ((Wake)wake!).Set(), this);
            await signal;
        }

        lock (_gate)
        {
            _signal = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
