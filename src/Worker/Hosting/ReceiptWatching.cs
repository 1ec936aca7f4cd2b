using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Receipts;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Looks for text messages no receipt came for.</summary>
internal sealed class ReceiptWatching(ReceiptWatch watch, TimeProvider time, ILogger<ReceiptWatching> log) : RestartingService(time, log)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => watch.RunAsync(stoppingToken);
}
