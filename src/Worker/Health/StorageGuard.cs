using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Health;

/// <summary>Stops fetching while the disk cannot be written, and lets it go on when it can: what cannot be kept is better left on its site.</summary>
internal sealed class StorageGuard(EmbeddedStore store, Crawler crawler, TimeProvider time, ILogger<StorageGuard> log) : RestartingService(time, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var down = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var fault = store.Health.Fault;
            if (fault is not null && !down)
            {
                crawler.Pause(fault);
                log.StorageDown(fault);
            }
            else if (fault is null && down)
            {
                crawler.Resume();
                log.StorageBack();
            }

            down = fault is not null;
            await Task.Delay(Pause, Time, stoppingToken);
        }
    }
}
