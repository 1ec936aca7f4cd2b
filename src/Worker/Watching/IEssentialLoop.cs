namespace OpinionWatch.Worker.Watching;

/// <summary>A loop without which nothing is found or nobody is told. One class a loop.</summary>
internal interface IEssentialLoop
{
    /// <summary>Its name in the heartbeat.</summary>
    string Name { get; }

    /// <summary>Looks whether it turns. Must not wait for anything: what is stuck may never answer.</summary>
    LoopLook Look();
}
