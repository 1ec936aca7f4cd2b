using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Health;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether the sites can be seen.</summary>
internal sealed class SourcesCheck(Crawler crawler) : IHealthCheck
{
    private const int MostNamed = 10;

    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken)
    {
        var watched = crawler.Health().Where(h => h.State != SourceState.Paused && h.Id != Drill.DrillSource.Id).ToList();
        var blind = watched.Where(h => h.State == SourceState.Blind).ToList();
        return Task.FromResult<IReadOnlyList<HealthFinding>>(blind.Count switch
        {
            0 => [],
            var all when all == watched.Count => [new HealthFinding(Stops: false, $"全部 {all} 个信源都看不到：请检查本机网络和域名解析。")],
            var some => [new HealthFinding(Stops: false, $"{some} 个信源看不到：{string.Join('、', blind.Take(MostNamed).Select(h => h.Name))}")],
        });
    }
}
