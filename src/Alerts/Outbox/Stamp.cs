namespace OpinionWatch.Alerts.Outbox;

/// <summary>Gives each message its own instant, a millisecond apart, so that instants count messages whatever store rounds them.</summary>
internal sealed class Stamp(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _last;

    /// <summary>Gives now, or the next free millisecond.</summary>
    public DateTimeOffset Next()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var rounded = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), now.Offset);
            _last = rounded > _last || _last - rounded > TimeSpan.FromMinutes(1) ? rounded : _last + TimeSpan.FromMilliseconds(1);
            return _last;
        }
    }
}
