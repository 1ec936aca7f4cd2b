using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Who published an article, and when: in what the page says for machines, then in the lines and elements near the headline and the end.</summary>
internal sealed record Byline(string? Author, string? Media, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt)
{
    internal static Byline Find(PageContext context, PageFacts facts, PageNode? title, PageNode body, string text)
    {
        var lines = BylineLines.Find(context.Tree, title, body);
        var names = new Names(context, facts, lines);
        var (published, updated) = new PublishedTime(context, facts, lines).Find(title, body);
        return new(names.Author(title, body, text), names.Media(title, body), published, updated);
    }
}
