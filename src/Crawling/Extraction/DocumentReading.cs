using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>What was read out of an item page.</summary>
/// <param name="Documents">Article, or floors in order.</param>
/// <param name="Next">The next page of the thread or article; null when there is none.</param>
/// <param name="Fault">Why nothing could be read, in Chinese; null when something could.</param>
public sealed record DocumentReading(IReadOnlyList<Document> Documents, Uri? Next, string? Fault)
{
    /// <summary>The page says that what stood there was deleted, rather than that it cannot be shown just now.</summary>
    public bool IsGone => Documents.Count == 0 && Fault?.Contains("已被删除", StringComparison.Ordinal) == true;
}
