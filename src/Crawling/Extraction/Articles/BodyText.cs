using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Gives the text of an article's body without the lines that belong to the page: byline, editor, copyright, buttons, related links.</summary>
internal static class BodyText
{
    private const int MaxEndings = 40;
    private static readonly string[] Files = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".zip", ".rar", ".ofd", ".ppt", ".txt"];

    internal static string Read(PageTree tree, PageNode body, PageNode? titleNode, string? title)
    {
        var text = BlockText.Of(tree, body, node => ReferenceEquals(node, titleNode) || node.Name == "header" || Boilerplate.Is(node, tree) || IsLinkList(tree, node));
        var lines = text.Split('\n').ToList();
        Clear(lines);
        var plain = title?.Replace(" ", "", StringComparison.Ordinal);
        CutBeforeByline(lines);
        while (lines.Count > 1 && (lines[0].Replace(" ", "", StringComparison.Ordinal) == plain || PageLines.IsByline(lines[0]) || PageLines.IsFormerTitle(lines[0]) || IsReporter(lines[0])))
        {
            lines.RemoveAt(0);
        }

        for (var checkedLines = 0; checkedLines < MaxEndings && lines.Count > 1 && (PageLines.IsEnding(lines[^1]) || (lines.Count > 2 && IsLead(lines[^2]))); checkedLines++)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        CutAfterEnd(lines);
        return lines.Count == 1 && PageLines.IsEnding(lines[0]) && lines[0].Length < 60 ? "" : string.Join('\n', lines);
    }

    /// <summary>Cuts short lines without a sentence above a byline among the first lines: headline, author's name, buttons.</summary>
    private static void CutBeforeByline(List<string> lines)
    {
        for (var i = Math.Min(5, lines.Count - 2); i > 0; i--)
        {
            if (PageLines.IsByline(lines[i]) && lines.Take(i).All(line => line.Length < 50 && !line.Contains('。') && !line.Contains('，')))
            {
                lines.RemoveRange(0, i + 1);
                return;
            }
        }
    }

    /// <summary>Leaves out the words of buttons anywhere, and counters at both ends: inside the text a number is a table's.</summary>
    private static void Clear(List<string> lines)
    {
        for (var i = lines.Count - 1; i >= 0 && lines.Count > 1; i--)
        {
            if (PageLines.IsButton(lines[i]) || ((i < 3 || i >= lines.Count - 3) && PageLines.IsCounter(lines[i])))
            {
                lines.RemoveAt(i);
            }
        }
    }

    /// <summary>True for a line that only introduces a link: «点击进入专题：».</summary>
    private static bool IsLead(string line) => line.Length < 16 && line[^1] is '：' or ':' && PageLines.IsEnding(line);

    /// <summary>Cuts what follows a line that says the article is over and shows who edited it: what comes then is the page's.</summary>
    private static void CutAfterEnd(List<string> lines)
    {
        for (var i = Math.Max(1, lines.Count / 3); i < lines.Count; i++)
        {
            var start = lines[i].AsSpan().TrimStart("（(【[ ");
            if (PageLines.IsSection(lines[i]) || (i >= lines.Count * 2 / 3 && lines[i].Length < 40 && (start.StartsWith("责任编辑", StringComparison.Ordinal) || start.StartsWith("责编", StringComparison.Ordinal) || start.StartsWith("責任編輯", StringComparison.Ordinal))))
            {
                lines.RemoveRange(i, lines.Count - i);
                return;
            }
        }
    }

    private static bool IsReporter(string line) => line.Length < 24 && line.Contains("记者 ", StringComparison.Ordinal) && !line.Contains('，') && !line.Contains('。');

    private static bool IsLinkList(PageTree tree, PageNode node) =>
        node.Name is "ul" or "ol" or "div" or "dl" or "table" && node.LinkShare > 0.7 && node.TextLength > 20 && tree.Find(node, IsFile) is null;

    /// <summary>True for a link to a document: a notice's attachments are part of it.</summary>
    private static bool IsFile(PageNode node)
    {
        if (node.Name != "a" || node.Attribute("href") is not { Length: > 4 and < 2000 } href)
        {
            return false;
        }

        foreach (var ending in Files)
        {
            if (href.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
