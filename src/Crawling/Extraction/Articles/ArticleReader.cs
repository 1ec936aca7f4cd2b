using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Reads an article of any site by its structure.</summary>
internal static class ArticleReader
{
    internal static DocumentReading Read(PageContext context, ListedItem? listed)
    {
        var tree = context.Tree;
        var facts = PageFacts.Read(tree);
        var (title, titleNode) = TitleFinder.Find(tree, facts);
        title = string.IsNullOrWhiteSpace(title) ? listed?.Title : title;
        var body = BodyFinder.Find(tree) ?? tree.Body;
        var text = BodyText.Read(tree, body, titleNode, title);
        if (text.Length == 0)
        {
            text = facts.Meta("og:description", "description") ?? listed?.Text ?? "";
        }

        if (SoftTrouble.Find(context, title, text) is { } trouble)
        {
            return new([], null, trouble);
        }

        var byline = Byline.Find(context, facts, titleNode, body);
        var document = new Document
        {
            Id = Documents.Id(context.Canonical, ""),
            Url = context.Page.Url.AbsoluteUri,
            CanonicalUrl = context.Canonical,
            Title = title,
            Text = text,
            Author = byline.Author ?? byline.Media ?? listed?.Author,
            PublishedAt = byline.PublishedAt ?? listed?.PublishedAt,
            UpdatedAt = byline.UpdatedAt == byline.PublishedAt ? null : byline.UpdatedAt,
            Kind = context.Source.Kind == SourceKind.Page ? DocumentKind.Page : DocumentKind.Article,
        };
        return new([Documents.Complete(document, context.Page, context.Source, context.Charset)], NextPart(context), null);
    }

    /// <summary>Takes «next page» only when it names a part of this article: the same address with a page number.</summary>
    private static Uri? NextPart(PageContext context)
    {
        if (NextLink.Find(context) is not { } next)
        {
            return null;
        }

        var here = context.Page.Url.AbsolutePath;
        var dot = here.LastIndexOf('.');
        var stem = dot > here.LastIndexOf('/') ? here[..dot] : here;
        var underscore = stem.LastIndexOf('_');
        var root = underscore > stem.LastIndexOf('/') && stem.Length - underscore <= 3 ? stem[..underscore] : stem;
        return root.Length > 1 && next.AbsolutePath.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? next : null;
    }
}
