using Microsoft.Extensions.Logging;
using OpinionWatch.Worker.Pipeline;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Looks every half minute for documents that could not be judged and are to be tried again.</summary>
internal sealed class FailedRetrying(FailedRetry retry, TimeProvider time, ILogger<FailedRetrying> log) : RestartingService(time, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await retry.TryDueAsync(stoppingToken);
        }
    }
}
