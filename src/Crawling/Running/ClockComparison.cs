namespace OpinionWatch.Crawling.Running;

/// <summary>Notices that somebody set the wall clock: it and the monotonic clock move apart.</summary>
internal sealed class ClockComparison(TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);
    private long _stamp = time.GetTimestamp();
    private DateTimeOffset _wall = time.GetUtcNow();

    /// <summary>Gives how far the wall clock was set since it was last found set: negative for back; zero while the clocks agree.</summary>
    public TimeSpan TakeJump()
    {
        var (stamp, wall) = (time.GetTimestamp(), time.GetUtcNow());
        var jump = wall - _wall - time.GetElapsedTime(_stamp, stamp);
        if (jump.Duration() <= Tolerance)
        {
            return TimeSpan.Zero;
        }

        (_stamp, _wall) = (stamp, wall);
        return jump;
    }
}
