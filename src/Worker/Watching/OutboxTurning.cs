using OpinionWatch.Alerts.Outbox;

namespace OpinionWatch.Worker.Watching;

/// <summary>Whether the outbox is looked at.</summary>
internal sealed class OutboxTurning(OutboxDispatcher dispatcher) : IEssentialLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public string Name => "outbox";

    public LoopLook Look() => dispatcher.SinceRound is var since && since > Longest
        ? new LoopLook(false, $"发件循环 {Spans.Of(since)}没有转动")
        : new LoopLook(true, "发件循环正常");
}
