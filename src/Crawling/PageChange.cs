using OpinionWatch.Model;

namespace OpinionWatch.Crawling;

/// <summary>A document that matched is no longer as it was where it was published.</summary>
/// <param name="Source">Its source.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="What">What became of it.</param>
/// <param name="Difference">What is different, or what the site says in its place; in Chinese.</param>
/// <param name="Page">The page as it is now, the evidence of it.</param>
public sealed record PageChange(Source Source, string DocumentId, SourceChange What, string Difference, Page Page);
