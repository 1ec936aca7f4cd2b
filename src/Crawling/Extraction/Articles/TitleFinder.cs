using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds an article's headline: the element that the window's title confirms, or what the head says, or what looks like one.</summary>
internal static class TitleFinder
{
    private const int MaxLength = 200;
    private const int Sure = 3;

    /// <summary>Finds the headline and the element that shows it; both null when there is none.</summary>
    internal static (string? Title, PageNode? Node) Find(PageTree tree, PageFacts facts)
    {
        var window = Window(tree);
        var told = facts.Meta("articletitle") ?? facts.Headline ?? facts.Meta("og:title") ?? facts.Meta("twitter:title");
        if (Confirmed(tree, WindowTitle.Squeeze(window), told is null ? "" : WindowTitle.Squeeze(told)) is { } sure)
        {
            return (tree.Line(sure), sure);
        }

        if (told is not null)
        {
            return (WindowTitle.WithoutSite(told, facts), null);
        }

        var looks = HeadlineGuess.Find(tree);
        var bare = window.Length == 0 ? null : WindowTitle.WithoutSite(window, facts);
        if (looks is { Score: >= Sure } guess && (bare is null || bare.Length < 6 || WindowTitle.IsSite(bare) || guess.Node.Name == "h1"))
        {
            return (tree.Line(guess.Node), guess.Node);
        }

        return (bare ?? (looks is null ? null : tree.Line(looks.Value.Node)), bare is null ? looks?.Node : null);
    }

    /// <summary>Gives the window's title without the site's name; null when there is none.</summary>
    internal static string? FromHead(PageTree tree) => Window(tree) is { Length: > 0 } window ? WindowTitle.WithoutSite(window, null) : null;

    private static string Window(PageTree tree) => tree.Find(tree.Nodes[0], node => node.Name == "title" && node.TextLength > 0) is { } title ? tree.Line(title) : "";

    /// <summary>Finds the element whose whole text is a part of the window's title (or of the title told), headings first, the longest first.</summary>
    private static PageNode? Confirmed(PageTree tree, string window, string told)
    {
        PageNode? best = null;
        var (bestRank, bestLength) = (int.MaxValue, int.MinValue);
        foreach (var node in tree.Inside(tree.Body))
        {
            if (node.Text is not null || node.TextLength is < 2 or > MaxLength || (node.TextLength > window.Length && node.TextLength > told.Length && node.Name is not ("h1" or "h2")))
            {
                continue;
            }

            var rank = Rank(node);
            if (rank > bestRank && node.TextLength <= bestLength || (rank == Other && (node.TextLength < 6 || node.InLink || node.LinkShare > 0.5)) || (node.TextLength < 4 && rank > 1))
            {
                continue;
            }

            var text = WindowTitle.Squeeze(tree.Line(node));
            if (!(WindowTitle.Holds(window, text, rank == Other) || WindowTitle.Holds(told, text, rank == Other) || (rank <= 2 && WindowTitle.IsCut(window, text))))
            {
                continue;
            }

            // The site's name stands in the window's title too, and on the page as its logo.
            var weight = WindowTitle.IsSite(text) ? text.Length - MaxLength : text.Length;
            if (best is null || weight > bestLength || (weight == bestLength && rank < bestRank))
            {
                (best, bestRank, bestLength) = (node, rank, weight);
            }
        }

        return best;
    }

    private const int Other = 4;

    private static int Rank(PageNode node) => node.Name switch
    {
        "h1" => 1,
        "h2" or "h3" or "h4" or "founder-title" => 2,
        "a" or "li" or "ul" or "option" or "form" => Other,
        "b" or "strong" or "font" or "h5" or "h6" => 3,
        _ when node.Class.Contains("tit", StringComparison.OrdinalIgnoreCase) || node.Id.Contains("tit", StringComparison.OrdinalIgnoreCase) => 3,
        _ => Other,
    };
}
