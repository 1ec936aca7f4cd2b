using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Runs the crawler, once the desk knows the incidents there are.</summary>
internal sealed class CrawlLoop(Crawler crawler, TimeProvider time, ILogger<CrawlLoop> log) : RestartingService(time, log)
{
    protected override Task RunAsync(CancellationToken stoppingToken) => crawler.RunAsync(stoppingToken);
}
