using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds an article's headline: the heading that the window's title confirms, or what the head says.</summary>
internal static class TitleFinder
{
    private const int MaxLength = 200;

    /// <summary>Finds the headline and the element that shows it; both null when there is none.</summary>
    internal static (string? Title, PageNode? Node) Find(PageTree tree, PageFacts facts)
    {
        var window = Window(tree);
        var told = facts.Meta("articletitle") ?? facts.Headline ?? facts.Meta("og:title") ?? facts.Meta("twitter:title");
        (string Text, PageNode Node)? confirmed = null, loose = null;
        foreach (var node in tree.Inside(tree.Body))
        {
            if (node.TextLength is < 2 or > MaxLength || node.Text is not null || Rank(node) is not { } rank)
            {
                continue;
            }

            var text = tree.Line(node);
            if ((Squeeze(window).StartsWith(Squeeze(text), StringComparison.Ordinal) || (told is not null && Squeeze(told).Contains(Squeeze(text), StringComparison.Ordinal)))
                && text.Length >= 2 && (confirmed is null || text.Length > confirmed.Value.Text.Length))
            {
                confirmed = (text, node);
            }
            else if (rank == 1 && loose is null && node.LinkShare < 0.5)
            {
                loose = (text, node);
            }
        }

        if (confirmed is { } sure)
        {
            return (sure.Text, sure.Node);
        }

        if (told is not null)
        {
            return (WithoutSite(told), null);
        }

        return loose is { } heading ? (heading.Text, heading.Node) : (FromHead(tree), null);
    }

    /// <summary>Gives the window's title without the site's name; null when there is none.</summary>
    internal static string? FromHead(PageTree tree) => Window(tree) is { Length: > 0 } window ? WithoutSite(window) : null;

    private static string Window(PageTree tree) => tree.Find(tree.Nodes[0], node => node.Name == "title" && node.TextLength > 0) is { } title ? tree.Line(title) : "";

    /// <summary>Cuts «_频道_站名», « - 站名» and « | 站名» off; a hyphen without spaces only when what is before it is a headline by its length.</summary>
    private static string WithoutSite(string title)
    {
        foreach (var mark in (ReadOnlySpan<string>)["_", " | ", "|", " - ", " – ", " — ", "--", "-", "—"])
        {
            var at = title.IndexOf(mark, StringComparison.Ordinal);
            if (at >= (mark.StartsWith(' ') || mark is "_" or "|" ? 4 : 8))
            {
                return title[..at].Trim();
            }
        }

        return title.Trim();
    }

    private static int? Rank(PageNode node) => node.Name switch
    {
        "h1" => 1,
        "h2" or "h3" or "h4" => 2,
        "div" or "p" or "td" or "span" or "strong" when node.Class.Contains("tit", StringComparison.OrdinalIgnoreCase) || node.Id.Contains("tit", StringComparison.OrdinalIgnoreCase) => 3,
        _ => null,
    };

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
