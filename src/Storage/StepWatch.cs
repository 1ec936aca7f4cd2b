namespace OpinionWatch.Storage;

/// <summary>Tells tests of every step between two effects on disk, so that they can look, kill or fail there.</summary>
internal sealed class StepWatch
{
    /// <summary>Called with the step's name on the thread that takes it; may throw what a disk would. Null outside tests.</summary>
    public Action<string>? At { get; set; }

    /// <summary>Names a step that is about to be taken or was just taken.</summary>
    public void Reach(string step) => At?.Invoke(step);
}
