using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>What a reader made of a page, whichever reader it was.</summary>
public sealed record DocumentReadingView(IReadOnlyList<Document> Documents, string? Fault);
