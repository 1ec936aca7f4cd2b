using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Hosting;

/// <summary>A loop that must not end while the service runs: when it fails it says so and starts again after a pause.</summary>
internal abstract class RestartingService(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(5);

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The edge of a service's loop: watching goes on whatever one round of it met.
                log.ServiceFailed(exception, GetType().Name, RestartPause);
                await Task.Delay(RestartPause, Time, stoppingToken);
            }
        }
    }

    /// <summary>One run; returns only when the service stops.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);
}
