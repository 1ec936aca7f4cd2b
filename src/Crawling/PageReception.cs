namespace OpinionWatch.Crawling;

/// <summary>What became of a page that was handed over.</summary>
/// <param name="Matched">Ids of its documents that belong to a matter: the crawler looks at these again, for replies, edits and deletion.</param>
public sealed record PageReception(IReadOnlyCollection<string> Matched)
{
    /// <summary>Nothing in it is worth another look.</summary>
    public static PageReception Nothing { get; } = new([]);
}
