using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>What the watchdog sees at one look.</summary>
/// <param name="Now">When.</param>
/// <param name="Beat">The heartbeat; null when there is none that can be read.</param>
/// <param name="Stuck">Why the service says it does not turn; null when it says nothing.</param>
/// <param name="Live">What came of asking it.</param>
internal sealed record WatchdogSight(DateTimeOffset Now, Heartbeat? Beat, StuckNote? Stuck, LiveAnswer Live);
