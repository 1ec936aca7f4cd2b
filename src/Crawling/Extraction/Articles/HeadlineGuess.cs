using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds what looks like a headline on pages whose head says nothing: large, bold or centred, alone, with words and no time.</summary>
internal static class HeadlineGuess
{
    private const int MaxLength = 80;

    /// <summary>Finds the likeliest; null when nothing is like one.</summary>
    internal static (PageNode Node, int Score)? Find(PageTree tree)
    {
        (PageNode Node, int Score)? best = null;
        for (var i = tree.Body.Index; i < tree.Body.End;)
        {
            var node = tree.Nodes[i];
            if (node.Text is null && Boilerplate.Is(node, tree) && !node.Class.Contains("tit", StringComparison.OrdinalIgnoreCase))
            {
                i = node.End;
                continue;
            }

            i++;
            if (node.Text is not null || node.TextLength is < 4 or > MaxLength || node.LinkShare > 0.5 || Score(node) is not (> 0 and var score) || (score < 3 && node.TextLength < 8) || (best is { } found && found.Score >= score))
            {
                continue;
            }

            var line = tree.Line(node);
            if (!PageLines.IsByline(line) && !PageLines.IsEnding(line) && !line.EndsWith('。') && !WindowTitle.IsSite(line))
            {
                best = (node, score);
            }
        }

        return best;
    }

    private static int Score(PageNode node)
    {
        var score = node.Name switch { "h1" => 6, "h2" => 4, "h3" => 3, "founder-title" => 6, "strong" or "b" => 1, _ => 0 };
        score += node.Name is not ("a" or "li") && (node.Class.Contains("tit", StringComparison.OrdinalIgnoreCase) || node.Class.Contains("biaoti", StringComparison.OrdinalIgnoreCase)) ? 3 : 0;
        if (node.Name == "font" && node.Attribute("size") is { } size && size.Trim() is "4" or "5" or "6" or "7" or "+1" or "+2" or "+3")
        {
            score += 3;
        }

        return score + (FontSize(node.Attribute("style")) >= 18 ? 3 : 0);
    }

    private static int FontSize(string? style)
    {
        var at = style is null or { Length: > 500 } ? -1 : style.IndexOf("font-size", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 0;
        }

        var size = 0;
        foreach (var c in style.AsSpan(at + 9).TrimStart(": "))
        {
            if (!char.IsAsciiDigit(c) || size > 100)
            {
                break;
            }

            size = (size * 10) + c - '0';
        }

        return style.AsSpan(at).Contains("pt", StringComparison.OrdinalIgnoreCase) ? size * 4 / 3 : size;
    }
}
