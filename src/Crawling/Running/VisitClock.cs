namespace OpinionWatch.Crawling.Running;

/// <summary>Shows from outside whether the crawler turns: when its housekeeper last went round, and how long visits are in hand. Safe from any thread; a clock that is set does not matter.</summary>
internal sealed class VisitClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _inHand = [];
    private long _next;
    private long _turned = time.GetTimestamp();
    private long _ended = time.GetTimestamp();

    /// <summary>The housekeeper went round.</summary>
    public void Turn() => Volatile.Write(ref _turned, time.GetTimestamp());

    /// <summary>A visit begins; the answer is given back at its end.</summary>
    public long Begin()
    {
        lock (_gate)
        {
            _inHand[++_next] = time.GetTimestamp();
            return _next;
        }
    }

    /// <summary>A visit ended, whatever came of it.</summary>
    public void End(long visit)
    {
        lock (_gate)
        {
            _inHand.Remove(visit);
            _ended = time.GetTimestamp();
        }
    }

    /// <summary>Gives how things stand.</summary>
    public CrawlProgress Look()
    {
        lock (_gate)
        {
            return new CrawlProgress(
                time.GetElapsedTime(Volatile.Read(ref _turned)),
                _inHand.Count,
                _inHand.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(_inHand.Values.Min()),
                time.GetElapsedTime(_ended));
        }
    }
}
