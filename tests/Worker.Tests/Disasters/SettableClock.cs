using Microsoft.Extensions.Time.Testing;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>A clock whose wall time somebody sets while its monotonic time goes on.</summary>
internal sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private readonly FakeTimeProvider _inner = new(start);

    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => _inner.TimestampFrequency;

    public void Advance(TimeSpan span) => _inner.Advance(span);

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Offset;

    public override long GetTimestamp() => _inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _inner.CreateTimer(callback, state, dueTime, period);
}
