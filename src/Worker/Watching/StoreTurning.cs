using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Watching;

/// <summary>Whether what is found can be kept: what cannot be kept is not told either.</summary>
internal sealed class StoreTurning(EmbeddedStore store, TimeProvider time) : IEssentialLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Since when it is down by the monotonic clock; 0 while it is not.</summary>
    private long _down;

    public string Name => "store";

    public LoopLook Look()
    {
        var health = store.Health;
        if (health.Fault is not { } fault)
        {
            _down = 0;
            return new LoopLook(true, "数据可以写入");
        }

        _down = _down == 0 ? time.GetTimestamp() : _down;
        return new LoopLook(time.GetElapsedTime(_down) <= Longest, $"数据不能写入：{fault}") { ForbidsRestart = health.IsFull };
    }
}
