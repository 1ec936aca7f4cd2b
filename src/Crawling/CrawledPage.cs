using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>A fetched item page and what was read out of it.</summary>
/// <param name="Source">The source it belongs to.</param>
/// <param name="Page">The page as sent.</param>
/// <param name="Documents">Article, or the floors of a thread page in order; empty when nothing could be read.</param>
public sealed record CrawledPage(Source Source, Page Page, IReadOnlyList<Document> Documents);
