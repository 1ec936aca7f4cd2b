using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Lists;

/// <summary>A link that may lead to an article, with what its row says.</summary>
/// <param name="Node">The link.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Title">Its words.</param>
/// <param name="PublishedAt">A time beside it.</param>
/// <param name="Shape">Tags and classes round it: links of one list share it.</param>
/// <param name="Score">How much it looks like an article's link.</param>
internal sealed record ListLink(PageNode Node, Uri Url, string Title, DateTimeOffset? PublishedAt, string Shape, int Score);
