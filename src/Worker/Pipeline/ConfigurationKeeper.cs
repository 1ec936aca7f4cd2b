using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Writes into the audit chain which configuration was put in force, and lets the desk reckon its instants anew.</summary>
internal sealed class ConfigurationKeeper(ConfigurationInForce configuration, IAuditLog audit, IncidentDesk desk, TimeProvider time, ILogger<ConfigurationKeeper> log) : RestartingService(time, log)
{
    private const string Act = "configuration";

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var changes = new ConfigurationChanges(configuration);
        do
        {
            var current = configuration.Current;
            log.ConfigurationInForce(current.Version, current.Crawling.Sources.Count, current.Lexicon.Count);
            await desk.RearmAsync(stoppingToken);
            if ((await audit.FindLastAsync(Act, stoppingToken))?.Why != current.Version)
            {
                await audit.WriteAsync(new AuditEntry(Time.GetUtcNow(), IncidentChange.System, Act, current.Version), stoppingToken);
            }
        }
        while (await changes.WaitAsync(stoppingToken));
    }
}
