namespace OpinionWatch.Console.Status;

/// <summary>Whether the service can do its main job.</summary>
/// <param name="Faults">What keeps it from crawling or keeping, each with cause and cure; empty when ready.</param>
/// <param name="Degraded">What works only in part, e.g. a channel that is down.</param>
public sealed record Readiness(IReadOnlyList<string> Faults, IReadOnlyList<string> Degraded)
{
    /// <summary>The main job can be done.</summary>
    public bool IsReady => Faults.Count == 0;
}
