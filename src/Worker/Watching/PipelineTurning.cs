namespace OpinionWatch.Worker.Watching;

/// <summary>Whether pages handed over come to an end.</summary>
internal sealed class PipelineTurning(PagesInHand pages) : IEssentialLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public string Name => "pipeline";

    public LoopLook Look()
    {
        var (count, oldest, sinceEnd) = pages.Look();
        return oldest > Longest && sinceEnd > Longest
            ? new LoopLook(false, $"{count} 个页面的研判入库 {Spans.Of(oldest)}没有完成")
            : new LoopLook(true, $"正在研判 {count} 个页面");
    }
}
