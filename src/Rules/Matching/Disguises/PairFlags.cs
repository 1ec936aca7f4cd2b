namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>What a pair of neighbouring characters may begin.</summary>
[Flags]
internal enum PairFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is two parts of one character.</summary>
    Parts = 1,

    /// <summary>It stands in a term, but for one character that looks alike.</summary>
    Alike = 2,

    /// <summary>It stands in a term that may be confused.</summary>
    Inside = 4,
}
