using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;

namespace OpinionWatch.Worker.Watching;

/// <summary>Tells systemd that the service lives (<c>WATCHDOG=1</c>, sd_notify(3)), where the unit asks for it with <c>WatchdogSec</c>.</summary>
internal sealed class SystemdBeat(ISystemdNotifier? notifier, Func<string, string?> environment)
{
    /// <summary>How often it must be told at least: half of what the unit allows; null when it does not ask.</summary>
    public TimeSpan? Within { get; } = notifier is not null && IsForThisProcess(environment) && ReadLimit(environment) is { } limit ? limit / 2 : null;

    /// <summary>Tells it once.</summary>
    public void Beat()
    {
        if (Within is not null)
        {
            notifier!.Notify(new ServiceState("WATCHDOG=1"));
        }
    }

    private static bool IsForThisProcess(Func<string, string?> environment) =>
        environment("WATCHDOG_PID") is not { Length: > 0 } pid || pid == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? ReadLimit(Func<string, string?> environment) =>
        long.TryParse(environment("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds is > 0 and < 86_400_000_000
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
}
