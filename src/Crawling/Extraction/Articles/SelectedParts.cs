using AngleSharp.Dom;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>What the selectors of a site find on a page.</summary>
/// <param name="Title">The headline's element; null when nothing fits.</param>
/// <param name="Body">The text's element; null when nothing fits.</param>
/// <param name="Author">The author's name; null when nothing fits.</param>
/// <param name="PublishedAt">The time; null when nothing fits or it is none.</param>
internal sealed record SelectedParts(PageNode? Title, PageNode? Body, string? Author, DateTimeOffset? PublishedAt)
{
    private const int MaxName = 60;

    /// <summary>Finds them; a selector that is none, or fits nothing, counts as absent.</summary>
    internal static SelectedParts Find(PageContext context)
    {
        var select = context.Source.Select;
        if (select is null)
        {
            return new(null, null, null, null);
        }

        var author = One(context.Tree, select.Author) is { } name ? context.Tree.Line(name) : null;
        var time = One(context.Tree, select.Time);
        return new(
            One(context.Tree, select.Title),
            One(context.Tree, select.Text),
            author is { Length: > 0 and <= MaxName } ? author : null,
            time is null ? null : WebTime.Parse(time.Attribute("datetime") ?? time.Attribute("content") ?? context.Tree.Line(time), context.Now, context.Zone) ?? ChineseTime.Find(context.Tree.Line(time), context.Now, context.Zone));
    }

    private static PageNode? One(PageTree tree, string? selector)
    {
        if (string.IsNullOrWhiteSpace(selector) || tree.Root is null)
        {
            return null;
        }

        try
        {
            return tree.Root.QuerySelector(selector) is { } element ? tree.Find(tree.Nodes[0], node => node.Is(element)) : null;
        }
        catch (DomException)
        {
            // The configuration was checked when it was read; a page is read without it all the same.
            return null;
        }
    }
}
