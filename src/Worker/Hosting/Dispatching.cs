using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Outbox;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Runs the outbox's dispatcher.</summary>
internal sealed class Dispatching(OutboxDispatcher dispatcher, TimeProvider time, ILogger<Dispatching> log) : RestartingService(time, log)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}
