namespace OpinionWatch.Rules.Evaluation;

/// <summary>How a document's level changes under other rules.</summary>
public enum RehearsalKind
{
    /// <summary>It had no level and would have one.</summary>
    Gained,

    /// <summary>It had a level and would have none.</summary>
    Lost,

    /// <summary>Its level would be higher.</summary>
    Raised,

    /// <summary>Its level would be lower.</summary>
    Lowered,
}
