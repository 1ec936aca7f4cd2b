namespace OpinionWatch.Worker.Watching;

/// <summary>What a look at one essential loop found.</summary>
/// <param name="Turns">It turns.</param>
/// <param name="Doing">What it is doing, or why it does not turn, in Chinese.</param>
internal sealed record LoopLook(bool Turns, string Doing)
{
    /// <summary>Ending the process would mend nothing and lose what is known in memory alone, whichever loop stands: the disk is full.</summary>
    public bool ForbidsRestart { get; init; }
}
