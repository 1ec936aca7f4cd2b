namespace OpinionWatch.Crawling.Fetching;

/// <summary>What is known of one host's patience. Guarded by <see cref="HostTurns"/>.</summary>
internal sealed class HostState(string name)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(1);
    private static readonly TimeSpan SlowFrom = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSlow = TimeSpan.FromSeconds(10);

    private long? _endedAt;
    private long _heldAt;
    private TimeSpan _hold;
    private TimeSpan _slow;
    private int _failures;

    public string Name => name;

    public SemaphoreSlim One { get; } = new(1, 1);

    public int Users { get; set; }

    public TimeSpan CrawlDelay { get; set; }

    public TimeSpan WaitFor(TimeSpan pause, TimeProvider time)
    {
        if (_endedAt is not { } ended)
        {
            return TimeSpan.Zero;
        }

        var asked = Longest(pause, CrawlDelay, _slow, Backoff(pause)) - time.GetElapsedTime(ended);
        return Longest(asked, HeldFor(time), TimeSpan.Zero, TimeSpan.Zero);
    }

    /// <summary>Takes over a host known from before: its pause runs from now, its hold to its end.</summary>
    public void Begin(TimeSpan held, TimeProvider time)
    {
        _endedAt ??= time.GetTimestamp();
        if (held > TimeSpan.Zero)
        {
            _heldAt = time.GetTimestamp();
            _hold = Shorter(held, LongestHold);
        }
    }

    /// <summary>How long the host is still to be left alone because it asked for it; zero when it is not.</summary>
    public TimeSpan Held(TimeProvider time) => HeldFor(time) is var held && held > TimeSpan.Zero ? held : TimeSpan.Zero;

    public TimeSpan IdleFor(TimeProvider time) => _endedAt is { } ended && HeldFor(time) <= TimeSpan.Zero ? time.GetElapsedTime(ended) : TimeSpan.Zero;

    public void Note(HostAnswer answer, TimeSpan took, TimeProvider time)
    {
        _endedAt = time.GetTimestamp();
        if (answer == HostAnswer.Unknown)
        {
            return;
        }

        _failures = answer.Healthy ? 0 : Math.Min(_failures + 1, 16);
        _slow = answer.Healthy && took > SlowFrom ? Shorter(took, LongestSlow) : TimeSpan.Zero;
        if (answer.Hold is { } hold)
        {
            _heldAt = time.GetTimestamp();
            _hold = Shorter(hold, LongestHold);
        }
    }

    private TimeSpan HeldFor(TimeProvider time) => _hold > TimeSpan.Zero ? _hold - time.GetElapsedTime(_heldAt) : TimeSpan.Zero;

    private TimeSpan Backoff(TimeSpan pause) =>
        _failures == 0 ? TimeSpan.Zero : Shorter(Longest(pause, FirstBackoff, CrawlDelay, TimeSpan.Zero) * Math.Pow(2, _failures - 1), Longest(LongestBackoff, pause, CrawlDelay, TimeSpan.Zero));

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longest(TimeSpan a, TimeSpan b, TimeSpan c, TimeSpan d) => TimeSpan.FromTicks(Math.Max(Math.Max(a.Ticks, b.Ticks), Math.Max(c.Ticks, d.Ticks)));
}
