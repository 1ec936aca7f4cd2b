using OpinionWatch.Console.Status;
using OpinionWatch.Crawling;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Health;

/// <summary>Says what the service sees, what configuration it follows, and whether it is ready.</summary>
internal sealed class ServiceStatus(Crawler crawler, ConfigurationInForce configuration, IEnumerable<IHealthCheck> checks) : IServiceStatus
{
    public ConfigurationStatus Configuration => new(
        configuration.Current.Version,
        configuration.Since,
        [.. configuration.Faults.Where(f => f.IsError).Select(f => new ConfigurationFaultStatus(f.File, f.Line, f.Column, f.Message))]);

    public async Task<Readiness> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        foreach (var check in checks)
        {
            findings.AddRange(await check.LookAsync(cancellationToken));
        }

        return new Readiness(
            [.. findings.Where(f => f.Stops).Select(f => f.Text)],
            [.. findings.Where(f => !f.Stops).Select(f => f.Text)]);
    }

    public IReadOnlyList<SourceStatus> ListSources() => [.. crawler.Health().Where(health => health.Id != Drill.DrillSource.Id).Select(health => new SourceStatus
    {
        Id = health.Id,
        Name = health.Name,
        Kind = Camel(health.Kind.ToString()),
        State = Camel(health.State.ToString()),
        Since = health.Since,
        Why = health.Why,
        LastVisitAt = health.LastVisitAt,
        LastNewAt = health.LastNewAt,
        Detection = health.Detection is { P50: { } p50, P95: { } p95 } ? new DetectionTimes(p50, p95) : null,
        Coverage = new Coverage(health.Coverage.Hours, health.Coverage.Of),
    })];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
