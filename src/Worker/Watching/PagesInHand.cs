namespace OpinionWatch.Worker.Watching;

/// <summary>Pages the crawler handed over that are not kept yet. Safe from any thread.</summary>
internal sealed class PagesInHand(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _began = [];
    private long _next;
    private long _ended = time.GetTimestamp();

    /// <summary>A page was handed over; the answer is given back when it is kept or refused.</summary>
    public long Begin()
    {
        lock (_gate)
        {
            _began[++_next] = time.GetTimestamp();
            return _next;
        }
    }

    /// <summary>A page was kept, or could not be.</summary>
    public void End(long page)
    {
        lock (_gate)
        {
            _began.Remove(page);
            _ended = time.GetTimestamp();
        }
    }

    /// <summary>Gives how many there are, for how long the oldest is, and since when none was done with.</summary>
    public (int Count, TimeSpan Oldest, TimeSpan SinceEnd) Look()
    {
        lock (_gate)
        {
            return (_began.Count, _began.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(_began.Values.Min()), time.GetElapsedTime(_ended));
        }
    }
}
