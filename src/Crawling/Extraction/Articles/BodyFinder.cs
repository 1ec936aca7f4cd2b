using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds the part of a page that holds the article, by where text with sentence marks and few links is densest.</summary>
/// <remarks>
/// Each block gives its own text and punctuation to itself and, less and less, to its ancestors (the idea of Arc90's Readability), so that the
/// smallest part that holds most paragraphs wins, whether they are p, div, table cells or lines parted by br. Then the part grows to an ancestor that
/// holds much more of such text and little else: articles cut into boxes.
/// </remarks>
internal static class BodyFinder
{
    private const double SureName = 3;
    private const double HintName = 1.4;
    private const double BeforeTitle = 0.35;
    private const int MaxClimb = 6;
    private static readonly double[] Shares = [1, 1, 0.6, 0.4, 0.25];

    /// <summary>Finds it; null when the page has no text of its own.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The element that shows the headline: what stands before it is seldom the article; null when unknown.</param>
    internal static PageNode? Find(PageTree tree, PageNode? title = null)
    {
        var own = OwnText(tree, title);
        var scores = new Dictionary<PageNode, double>();
        foreach (var (block, score) in own)
        {
            Share(scores, block, score);
        }

        PageNode? best = null;
        var highest = 0.0;
        foreach (var (node, score) in scores)
        {
            var final = score * (1 - node.LinkShare) * Hint(node) * (title is not null && node.End <= title.Index ? BeforeTitle : 1);
            if (final > highest || (final == highest && best is not null && node.Index > best.Index))
            {
                best = node;
                highest = final;
            }
        }

        return best is null ? null : Grow(own, best);
    }

    private static void Share(Dictionary<PageNode, double> scores, PageNode block, double score)
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

    /// <summary>Takes an ancestor instead when it holds a good deal more of the page's sentences and hardly more links.</summary>
    private static PageNode Grow(Dictionary<PageNode, double> own, PageNode found)
    {
        var best = found;
        var inside = Sum(own, best);
        var node = found.Parent;
        for (var climbed = 0; climbed < MaxClimb && node is not null && node.Name is not ("body" or "html" or "#document"); climbed++, node = node.Parent)
        {
            if (BodyNames.IsSure(best))
            {
                break;
            }

            var all = Sum(own, node);
            var links = node.LinkLength - best.LinkLength;
            if (all > inside * 1.1 && links < (node.TextLength - best.TextLength) * (IsList(best) ? 0.5 : 0.15))
            {
                best = node;
                inside = all;
            }
        }

        return best;
    }

    /// <summary>A list or table is seldom the whole of an article: an introduction and a closing stand round it.</summary>
    private static bool IsList(PageNode node) => node.Name is "ol" or "ul" or "dl" or "table" or "tbody" or "tr";

    private static double Sum(Dictionary<PageNode, double> own, PageNode node)
    {
        var sum = 0.0;
        foreach (var (block, score) in own)
        {
            sum += node.Holds(block) ? score : 0;
        }

        return sum;
    }

    private static Dictionary<PageNode, double> OwnText(PageTree tree, PageNode? title)
    {
        var own = new Dictionary<PageNode, double>();
        for (var i = tree.Body.Index; i < tree.Body.End;)
        {
            var node = tree.Nodes[i];
            if (ReferenceEquals(node, title) || (node.Text is null && Boilerplate.Is(node, tree)))
            {
                i = node.End;
                continue;
            }

            if (node is { Text: { } text, InLink: false, TextLength: > 0, Block: { } block } && !PageLines.IsFoot(text) && !PageLines.IsStatement(text.AsSpan().Trim()) && !IsEditor(node.TextLength, text))
            {
                own[block] = own.GetValueOrDefault(block) + node.TextLength + (10 * Marks(text));
            }

            i++;
        }

        return own;
    }

    private static bool IsEditor(int length, string text) => length < 40 && PageLines.IsEnding(text.Trim());

    private static int Marks(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c is '，' or '。' or '！' or '？' or '；' or '、' or '“' or ',' ? 1 : 0;
        }

        return count;
    }

    private static double Hint(PageNode node) => BodyNames.IsSure(node) ? SureName : BodyNames.IsHint(node) ? HintName : node.Name == "body" ? 0.7 : 1;
}
