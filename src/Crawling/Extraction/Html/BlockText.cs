using System.Text;

namespace OpinionWatch.Crawling.Extraction.Html;

/// <summary>Gives the text of a part of a page as a reader sees it: a line a paragraph, white space collapsed.</summary>
internal static class BlockText
{
    /// <summary>Gives the text of <paramref name="root"/>, lines parted by a newline, none empty.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="root">Where to read.</param>
    /// <param name="leaveOut">Elements to leave out with all they hold; null for none.</param>
    internal static string Of(PageTree tree, PageNode root, Func<PageNode, bool>? leaveOut = null) => Read(tree, root.Index, root.End, root.Index, leaveOut);

    private static string Read(PageTree tree, int from, int end, int root, Func<PageNode, bool>? leaveOut)
    {
        var text = new StringBuilder();
        PageNode? last = null;
        for (var i = from; i < end;)
        {
            var node = tree.Nodes[i];
            if (node.Text is null)
            {
                if (node.Name is "br" or "hr")
                {
                    Break(text);
                }

                i = i != root && leaveOut?.Invoke(node) == true ? node.End : i + 1;
                continue;
            }

            if (last is not null && !ReferenceEquals(last, node.Block))
            {
                Part(text, last, node.Block);
            }

            last = node.Block;
            Append(text, node.Text, node.InPre);
            i++;
        }

        TrimEnd(text);
        return text.ToString();
    }

    /// <summary>Gives the text of the nodes from one place in the page to another, lines parted by a newline.</summary>
    internal static string Between(PageTree tree, int from, int end, Func<PageNode, bool> leaveOut) => Read(tree, from, end, -1, leaveOut);

    /// <summary>Gives the text of <paramref name="node"/> on one line.</summary>
    internal static string Line(PageTree tree, PageNode node)
    {
        var text = new StringBuilder();
        for (var i = node.Index; i < node.End && text.Length < 2000; i++)
        {
            if (tree.Nodes[i].Text is { Length: > 0 } piece)
            {
                if (text.Length > 0 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(piece[0]) && i > node.Index + 1)
                {
                    // A date and a clock in two elements are drawn apart by the style sheet.
                    Space(text);
                }

                Append(text, piece, false);
            }
            else if (IsBlock(tree.Nodes[i].Name) || tree.Nodes[i].Name == "br")
            {
                Space(text);
            }
        }

        TrimEnd(text);
        return text.ToString();
    }

    internal static bool IsBlock(string name) => name is "div" or "p" or "li" or "td" or "th" or "tr" or "table" or "tbody" or "body" or "html" or "section" or "article"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "header" or "footer" or "main" or "aside" or "nav"
        or "form" or "fieldset" or "figure" or "figcaption" or "center" or "head" or "title" or "address" or "details" or "summary" or "hgroup" or "caption" or "#document";

    private static void Part(StringBuilder text, PageNode before, PageNode? after)
    {
        if (after is not null && Cell(before) is { } left && Cell(after) is { } right && !ReferenceEquals(left, right) && ReferenceEquals(left.Parent, right.Parent))
        {
            Space(text);
        }
        else
        {
            Break(text);
        }
    }

    /// <summary>Finds the table cell a block is, or is the only kind of thing in.</summary>
    private static PageNode? Cell(PageNode block)
    {
        var node = block;
        for (var level = 0; level < 3 && node is not null; level++, node = node.Parent)
        {
            if (node.Name is "td" or "th")
            {
                return node;
            }
        }

        return null;
    }

    private static void Append(StringBuilder text, string piece, bool keepLines)
    {
        foreach (var c in piece)
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (keepLines && c == '\n')
            {
                Break(text);
            }
            else
            {
                Space(text);
            }
        }
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }
    }

    private static void Break(StringBuilder text)
    {
        TrimEnd(text);
        if (text.Length > 0)
        {
            text.Append('\n');
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\n')
        {
            text.Length--;
        }
    }
}
