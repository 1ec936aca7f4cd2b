using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Finds how often a thread was read and answered, as printed above its first floor.</summary>
internal static class ThreadCounts
{
    private const int NodesBetween = 5;

    internal static (int? Replies, int? Views) Find(PageTree tree, PageNode firstMessage)
    {
        int? replies = null, views = null;
        for (var i = tree.Body.Index; i < firstMessage.Index && (replies is null || views is null); i++)
        {
            if (tree.Nodes[i].Text is { } text && text.Length < 40)
            {
                views ??= After(tree, i, text, "查看") ?? After(tree, i, text, "浏览") ?? After(tree, i, text, "阅读");
                replies ??= After(tree, i, text, "回复");
            }
        }

        return (replies, views);
    }

    private static int? After(PageTree tree, int at, string text, string word)
    {
        var found = text.IndexOf(word, StringComparison.Ordinal);
        if (found < 0)
        {
            return null;
        }

        var rest = text[(found + word.Length)..].Trim(' ', ':', '：', '\u00A0', '\n', '\t', '\r');
        if (rest.Length > 0)
        {
            return Documents.Count(rest);
        }

        for (var i = at + 1; i < tree.Nodes.Count && i <= at + NodesBetween; i++)
        {
            if (tree.Nodes[i].Text is { } next && !string.IsNullOrWhiteSpace(next) && next.Trim() is not (":" or "："))
            {
                return Documents.Count(next);
            }
        }

        return null;
    }
}
