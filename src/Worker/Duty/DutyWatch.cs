using OpinionWatch.Alerts.Duty;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Health;

namespace OpinionWatch.Worker.Duty;

/// <summary>Looks ahead over roster and channels, at most once a minute, for health and for the daily telling.</summary>
internal sealed class DutyWatch(ConfigurationInForce configuration, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private volatile Looked? _last;

    /// <summary>Lists what is wrong.</summary>
    public IReadOnlyList<DutyFault> Look()
    {
        var (current, now) = (configuration.Current, time.GetUtcNow());
        if (_last is { } last && last.Version == current.Version && (now - last.At).Duration() < Kept)
        {
            return last.Faults;
        }

        var faults = Look(current, now);
        _last = new Looked(current.Version, now, faults);
        return faults;
    }

    /// <summary>Looks over a configuration.</summary>
    public static IReadOnlyList<DutyFault> Look(WatchConfiguration configuration, DateTimeOffset now) =>
        DutyOutlook.Look(configuration.Contacts, configuration.Alerts.Channels, ChannelTestFile.Read(configuration.DataFolder), now);

    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HealthFinding>>(
        [.. DutyWords.Lines(Look(), configuration.Current.TimeZone).Select(line => new HealthFinding(Stops: false, line))]);

    private sealed record Looked(string Version, DateTimeOffset At, IReadOnlyList<DutyFault> Faults);
}
