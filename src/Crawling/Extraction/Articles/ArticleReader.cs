using System.Buffers;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Reads an article of any site by its structure.</summary>
internal static class ArticleReader
{
    private const int Poor = 30;
    private static readonly SearchValues<char> Marks = SearchValues.Create("。，！？；,.!?");

    internal static DocumentReading Read(PageContext context, ListedItem? listed)
    {
        var tree = context.Tree;
        var facts = PageFacts.Read(tree);
        var selected = SelectedParts.Find(context);
        var (title, titleNode) = selected.Title is { TextLength: > 0 } shown ? (tree.Line(shown), shown) : TitleFinder.Find(tree, facts);
        var found = selected.Body is { TextLength: > 0 } chosen ? chosen : BodyFinder.Find(tree, titleNode);
        var body = found ?? tree.Body;
        var text = found is null ? "" : BodyText.Read(tree, body, titleNode, title);
        var isHidden = false;
        if (IsPoor(text) && HiddenText.Find(tree) is { } hidden && hidden.Length > text.Length * 2)
        {
            (text, isHidden) = (hidden, true);
        }

        title = Title(tree, title, isHidden) ?? listed?.Title;
        if (text.Length == 0)
        {
            text = found is null ? BodyText.Read(tree, tree.Body, titleNode, title) : text;
            text = text.Length > 0 ? text : facts.Meta("og:description", "description") ?? listed?.Text ?? "";
        }

        if (!isHidden && SoftTrouble.Find(context, title, text) is { } trouble)
        {
            return new([], null, trouble);
        }

        var byline = Byline.Find(context, facts, titleNode, body, text);
        var counts = PageCounts.Find(tree);
        var document = new Document
        {
            Id = Documents.Id(context.Canonical, ""),
            Url = context.Page.Url.AbsoluteUri,
            CanonicalUrl = context.Canonical,
            Title = title,
            Text = text,
            Author = selected.Author ?? byline.Author ?? ScriptFacts.Author(tree.Scripts, title) ?? byline.Media ?? ScriptFacts.Source(tree.Scripts, title) ?? listed?.Author,
            PublishedAt = selected.PublishedAt ?? byline.PublishedAt ?? listed?.PublishedAt,
            UpdatedAt = byline.UpdatedAt == byline.PublishedAt ? null : byline.UpdatedAt,
            Views = counts.Views ?? listed?.Views,
            Replies = counts.Comments ?? listed?.Replies,
            Kind = context.Source.Kind == SourceKind.Page ? DocumentKind.Page : DocumentKind.Article,
        };
        return new([Documents.Complete(document, context.Page, context.Source, context.Charset)], NextPart(context), null);
    }

    /// <summary>True when the text shown is too little, or has no sentence in it: it may be what a page says while its script loads the article.</summary>
    private static bool IsPoor(string text) => text.Length < Poor || !text.AsSpan().ContainsAny(Marks);

    private static string? Title(PageTree tree, string? title, bool isHidden)
    {
        if (!string.IsNullOrWhiteSpace(title) && !(isHidden && WindowTitle.IsSite(title)))
        {
            return title;
        }

        return HiddenText.Field(tree, "title") ?? ScriptFacts.Title(tree.Scripts) ?? (string.IsNullOrWhiteSpace(title) ? null : title);
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
