namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>How many disguises of one document were judged: each costs some microseconds, so a hostile text is judged only so far. Holds the buffers of one judgement.</summary>
internal sealed class DisguiseBudget
{
    /// <summary>Count so far.</summary>
    public int Used { get; set; }

    /// <summary>What stands in the restored clause.</summary>
    public RawMatches Matches { get; } = new();

    /// <summary>Where words begin in the restored clause.</summary>
    public List<int> WordStarts { get; } = new(64);

    /// <summary>Begins anew.</summary>
    public DisguiseBudget Emptied()
    {
        Used = 0;
        return this;
    }
}
