namespace OpinionWatch.Rules.Lexicons;

/// <summary>Where a term counts (匹配).</summary>
public enum TermMatch
{
    /// <summary>任意: anywhere.</summary>
    Anywhere,

    /// <summary>整词: only where the segmenter sees it as a word, or as several whole words.</summary>
    WholeWord,
}
