namespace OpinionWatch.Rules.Evaluation;

/// <summary>What a change of the rules does to a set of documents, in numbers.</summary>
/// <param name="Documents">Documents judged.</param>
/// <param name="Gained">Had no level, would have one.</param>
/// <param name="Lost">Had a level, would have none.</param>
/// <param name="Raised">Would have a higher level.</param>
/// <param name="Lowered">Would have a lower level.</param>
public sealed record RehearsalCounts(int Documents, int Gained, int Lost, int Raised, int Lowered)
{
    /// <summary>No documents yet.</summary>
    public static RehearsalCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Documents whose level changes.</summary>
    public int Changed => Gained + Lost + Raised + Lowered;

    /// <summary>With one more document.</summary>
    internal RehearsalCounts With(RehearsalKind? kind) => new(
        Documents + 1,
        Gained + (kind == RehearsalKind.Gained ? 1 : 0),
        Lost + (kind == RehearsalKind.Lost ? 1 : 0),
        Raised + (kind == RehearsalKind.Raised ? 1 : 0),
        Lowered + (kind == RehearsalKind.Lowered ? 1 : 0));
}
