using OpinionWatch.Crawling;

namespace OpinionWatch.Worker.Watching;

/// <summary>Whether the crawler turns: its housekeeper goes round, and of the visits in hand one ends now and then.</summary>
internal sealed class CrawlTurning(Crawler crawler) : IEssentialLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestVisit = TimeSpan.FromMinutes(10);

    public string Name => "crawl";

    public LoopLook Look()
    {
        var progress = crawler.Progress;
        if (progress.SinceTurn > Longest)
        {
            return new LoopLook(false, $"采集循环 {Spans.Of(progress.SinceTurn)}没有转动");
        }

        return progress.OldestVisit > LongestVisit && progress.SinceVisit > LongestVisit
            ? new LoopLook(false, $"{progress.InHand} 个页面的采集超过 {Spans.Of(progress.OldestVisit)}没有结束")
            : new LoopLook(true, crawler.PausedWhy is { } why ? $"采集暂停：{why}" : $"正在采集 {progress.InHand} 个页面");
    }
}
