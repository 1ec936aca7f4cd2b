using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds the part of a page that holds the article, by where text with sentence marks and few links is densest.</summary>
/// <remarks>
/// Each block gives its own text and punctuation to itself and, less and less, to its ancestors (the idea of Arc90's Readability), so that the
/// smallest part that holds most paragraphs wins, whether they are p, div, table cells or lines parted by br.
/// </remarks>
internal static class BodyFinder
{
    private static readonly double[] Shares = [1, 1, 0.6, 0.4, 0.25];

    /// <summary>Finds it; null when the page has no text of its own.</summary>
    internal static PageNode? Find(PageTree tree)
    {
        var own = OwnText(tree);
        var scores = new Dictionary<PageNode, double>();
        foreach (var (block, score) in own)
        {
            var node = block;
            var start = block.Name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "li" or "pre" or "blockquote" or "dd" or "dt" or "figcaption" ? 1 : 0;
            for (var level = start; level < Shares.Length && node is not null; level++)
            {
                var at = level == start && start == 0 ? node : node.Parent;
                if (at is null || at.Name is "html" or "#document")
                {
                    break;
                }

                scores[at] = scores.GetValueOrDefault(at) + (score * (level == 0 ? 1.15 : Shares[level]));
                node = at;
            }
        }

        PageNode? best = null;
        var highest = 0.0;
        foreach (var (node, score) in scores)
        {
            var final = score * (1 - node.LinkShare) * Hint(node);
            if (final > highest || (final == highest && best is not null && node.Index > best.Index))
            {
                best = node;
                highest = final;
            }
        }

        return best;
    }

    private static Dictionary<PageNode, double> OwnText(PageTree tree)
    {
        var own = new Dictionary<PageNode, double>();
        for (var i = tree.Body.Index; i < tree.Body.End;)
        {
            var node = tree.Nodes[i];
            if (node.Text is null && Boilerplate.Is(node, tree))
            {
                i = node.End;
                continue;
            }

            if (node is { Text: { } text, InLink: false, TextLength: > 0, Block: { } block })
            {
                own[block] = own.GetValueOrDefault(block) + node.TextLength + (10 * Marks(text));
            }

            i++;
        }

        return own;
    }

    private static int Marks(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c is '，' or '。' or '！' or '？' or '；' or '、' or '“' or ',' ? 1 : 0;
        }

        return count;
    }

    private static double Hint(PageNode node)
    {
        if (node.Attribute("itemprop") is "articleBody" || node.Id is "js_content" or "zoom" or "UCAP-CONTENT" or "artibody" or "endText" || node.Class.Contains("TRS_Editor", StringComparison.Ordinal))
        {
            return 3;
        }

        return node.Name == "article" || Says(node.Class) || Says(node.Id) ? 1.4 : node.Name == "body" ? 0.7 : 1;
    }

    private static bool Says(string name) => name.Length > 0 && (name.Contains("content", StringComparison.OrdinalIgnoreCase) || name.Contains("article", StringComparison.OrdinalIgnoreCase)
        || name.Contains("zhengwen", StringComparison.OrdinalIgnoreCase) || name.Contains("detail", StringComparison.OrdinalIgnoreCase) || name.Contains("news_text", StringComparison.OrdinalIgnoreCase));
}
