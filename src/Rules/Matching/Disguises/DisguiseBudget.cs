namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>How many disguises of one document were judged: each costs some microseconds, so a hostile text is judged only so far.</summary>
internal sealed class DisguiseBudget
{
    /// <summary>Count so far.</summary>
    public int Used { get; set; }
}
