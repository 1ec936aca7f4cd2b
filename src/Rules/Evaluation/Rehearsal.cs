using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>What would be gained and lost if other rules were put in force (预演).</summary>
public sealed record Rehearsal
{
    /// <summary>Version of the rules compared with.</summary>
    public required string Against { get; init; }

    /// <summary>Version of the rules rehearsed.</summary>
    public required string Version { get; init; }

    /// <summary>All documents.</summary>
    public required RehearsalCounts Total { get; init; }

    /// <summary>Old level → new level → how many documents.</summary>
    public required IReadOnlyDictionary<Level, IReadOnlyDictionary<Level, int>> Levels { get; init; }

    /// <summary>The same numbers by source, those with most changes first.</summary>
    public required IReadOnlyList<RehearsalSite> Sites { get; init; }

    /// <summary>Documents newly taken for the bureau's matter, whatever their level.</summary>
    public required int RelevantGained { get; init; }

    /// <summary>Documents no longer taken for it.</summary>
    public required int RelevantLost { get; init; }

    /// <summary>Documents with a labelled level.</summary>
    public required int Labelled { get; init; }

    /// <summary>Labelled levels the old rules meet.</summary>
    public required int RightBefore { get; init; }

    /// <summary>Labelled levels the new rules meet.</summary>
    public required int RightAfter { get; init; }

    /// <summary>Some documents of each kind of change, the first met.</summary>
    public required IReadOnlyList<RehearsalExample> Examples { get; init; }
}
