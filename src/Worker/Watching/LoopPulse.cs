namespace OpinionWatch.Worker.Watching;

/// <summary>When a loop last went round. Safe from any thread; a clock that is set does not matter.</summary>
internal sealed class LoopPulse(TimeProvider time)
{
    private long _last = time.GetTimestamp();

    /// <summary>Time since it went round; since the start before it ever did.</summary>
    public TimeSpan Silent => time.GetElapsedTime(Volatile.Read(ref _last));

    /// <summary>It went round.</summary>
    public void Beat() => Volatile.Write(ref _last, time.GetTimestamp());
}
