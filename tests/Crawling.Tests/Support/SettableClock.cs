using Microsoft.Extensions.Time.Testing;

namespace OpinionWatch.Crawling.Tests.Support;

/// <summary>A clock whose wall time somebody sets while its monotonic time goes on.</summary>
internal sealed class SettableClock(FakeTimeProvider inner) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
}
