namespace OpinionWatch.Rules.Lexicons;

/// <summary>The categories (类别) the engine knows, for whoever checks a lexicon.</summary>
public static class CategoryNames
{
    /// <summary>Every name the part of a category before a slash may be.</summary>
    public static IReadOnlyCollection<string> All => Categories.Names;
}
