namespace OpinionWatch.Worker.Watching;

/// <summary>Whether somebody asks what has fallen due: Quartz runs the sweep twice a second, and the sweep needs the desk.</summary>
internal sealed class ClockTurning(LoopPulse sweep) : IEssentialLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public string Name => "clock";

    public LoopLook Look() => sweep.Silent is var since && since > Longest
        ? new LoopLook(false, $"时限检查 {Spans.Of(since)}没有完成")
        : new LoopLook(true, "时限检查正常");
}
