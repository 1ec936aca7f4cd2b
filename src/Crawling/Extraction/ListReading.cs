using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>What was read out of a list page, board or feed.</summary>
/// <param name="Kind">The kind it turned out to be; never <see cref="SourceKind.Auto"/> unless <paramref name="Fault"/> is set.</param>
/// <param name="Items">Its items in the order shown, each address once.</param>
/// <param name="Next">The next page of the list; null when there is none.</param>
/// <param name="Fault">Why it could not be read, in Chinese, e.g. 页面要求登录; null when it could.</param>
public sealed record ListReading(SourceKind Kind, IReadOnlyList<ListedItem> Items, Uri? Next, string? Fault)
{
    /// <summary>Lists this one is made of: parts of a sitemap index, pages of a newspaper. Empty for most.</summary>
    public IReadOnlyList<FurtherList> Further { get; init; } = [];
}
