using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds how often an article was read and commented on, where the page prints it behind a label.</summary>
internal static class PageCounts
{
    private static readonly string[] ViewLabels = ["浏览次数", "阅读次数", "点击次数", "浏览量", "阅读量", "访问量", "点击数", "阅读数", "浏览", "点击", "阅读"];
    private static readonly string[] CommentLabels = ["评论数", "网友评论", "跟帖", "评论"];

    internal static (int? Views, int? Comments) Find(PageTree tree)
    {
        int? views = null, comments = null;
        for (var i = tree.Body.Index; i < tree.Body.End && (views is null || comments is null); i++)
        {
            if (tree.Nodes[i] is not { Text: { Length: < 80 } text, TextLength: > 1 })
            {
                continue;
            }

            views ??= After(tree, i, text, ViewLabels);
            comments ??= After(tree, i, text, CommentLabels);
        }

        return (views, comments);
    }

    private static int? After(PageTree tree, int at, string text, string[] labels)
    {
        foreach (var label in labels)
        {
            var found = text.IndexOf(label, StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            var rest = text.AsSpan(found + label.Length).Trim([' ', ':', '：', '(', '（', '\u00A0', '\n', '\t', '\r', '【', '[']);
            if (rest.Length > 0)
            {
                return char.IsAsciiDigit(rest[0]) ? Documents.Count(rest.ToString()) : null;
            }

            // The number may stand in an element of its own right behind the label.
            for (var next = at + 1; next < tree.Nodes.Count && next <= at + 4; next++)
            {
                if (tree.Nodes[next].Text?.Trim(' ', '\n', '\t', '\r', ':', '：', '(', '（') is { Length: > 0 } value)
                {
                    return char.IsAsciiDigit(value[0]) ? Documents.Count(value) : null;
                }
            }

            return null;
        }

        return null;
    }
}
