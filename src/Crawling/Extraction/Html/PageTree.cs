using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OpinionWatch.Crawling.Extraction.Html;

/// <summary>A parsed page as one array in document order: every question about it is a loop, none a recursion.</summary>
internal sealed class PageTree
{
    private const int MaxNodes = 400_000;
    private const int MaxFields = 20;
    private const int LongHidden = 200;

    private PageTree(IReadOnlyList<PageNode> nodes, IReadOnlyList<string> structuredData, IReadOnlyList<string> scripts, IReadOnlyList<(string Name, string Text)> fields, IReadOnlyList<string> hidden)
    {
        Hidden = hidden;
        Nodes = nodes;
        StructuredData = structuredData;
        Scripts = scripts;
        Fields = fields;
        Body = nodes.FirstOrDefault(node => node.Name is "body" or "frameset") ?? nodes[0];
    }

    /// <summary>The page as parsed, for selectors.</summary>
    internal IDocument? Root { get; private init; }

    /// <summary>All nodes; the first is the root.</summary>
    internal IReadOnlyList<PageNode> Nodes { get; }

    internal PageNode Body { get; }

    /// <summary>The page's JSON-LD blocks.</summary>
    internal IReadOnlyList<string> StructuredData { get; }

    /// <summary>The scripts that stand in the page, up to a megabyte in all.</summary>
    internal IReadOnlyList<string> Scripts { get; }

    /// <summary>What text fields hold, with their class names: a few sites send the article in one for a script to show.</summary>
    internal IReadOnlyList<(string Name, string Text)> Fields { get; }

    /// <summary>Longer texts of parts that are styled away; a script may show them.</summary>
    internal IReadOnlyList<string> Hidden { get; }

    internal static PageTree Parse(string html)
    {
        var (bounded, data, scripts) = HtmlBounds.Apply(html);
        var parser = new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true, SkipComments = true });
        var document = parser.ParseDocument(bounded);
        var fields = new List<(string Name, string Text)>();
        var hidden = new List<string>();
        return new PageTree(Flatten(document, fields, hidden), data, scripts, fields, hidden) { Root = document };
    }

    /// <summary>Lists the nodes inside <paramref name="node"/>, itself first.</summary>
    internal IEnumerable<PageNode> Inside(PageNode node)
    {
        for (var i = node.Index; i < node.End; i++)
        {
            yield return Nodes[i];
        }
    }

    /// <summary>Finds the first element inside <paramref name="within"/> that fits; null when there is none.</summary>
    internal PageNode? Find(PageNode within, Func<PageNode, bool> fits)
    {
        for (var i = within.Index; i < within.End; i++)
        {
            if (Nodes[i].Text is null && fits(Nodes[i]))
            {
                return Nodes[i];
            }
        }

        return null;
    }

    /// <summary>Gives the text of a node on one line.</summary>
    internal string Line(PageNode node) => BlockText.Line(this, node);

    private static List<PageNode> Flatten(IDocument document, List<(string Name, string Text)> fields, List<string> hidden)
    {
        var nodes = new List<PageNode> { new(0, null, "#document", null, null) };
        var open = new Stack<(INodeList Children, int Next, PageNode Node)>();
        open.Push((document.ChildNodes, 0, nodes[0]));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Children.Length || nodes.Count >= MaxNodes)
            {
                Close(at.Node, nodes.Count);
                continue;
            }

            open.Push((at.Children, at.Next + 1, at.Node));
            var child = at.Children[at.Next];
            if (child is IText text)
            {
                Add(nodes, at.Node, text.Data);
            }
            else if (child is IElement element && !IsUnseen(element))
            {
                var node = new PageNode(nodes.Count, at.Node, element.LocalName, element, null);
                nodes.Add(node);
                open.Push((element.ChildNodes, 0, node));
            }
            else if (child is IElement { LocalName: "textarea" } field && fields.Count < MaxFields)
            {
                fields.Add((field.ClassName ?? field.Id ?? "", field.TextContent));
            }
            else if (child is IElement { LocalName: "div" or "section" or "article" } unseen && hidden.Count < MaxFields && unseen.TextContent is { Length: > LongHidden } inside)
            {
                hidden.Add(inside);
            }
        }

        return nodes;
    }

    private static void Add(List<PageNode> nodes, PageNode parent, string text)
    {
        var node = new PageNode(nodes.Count, parent, "#text", null, text);
        foreach (var c in text)
        {
            node.TextLength += char.IsWhiteSpace(c) ? 0 : 1;
        }

        node.LinkLength = node.InLink ? node.TextLength : 0;
        nodes.Add(node);
        parent.TextLength += node.TextLength;
        parent.LinkLength += node.LinkLength;
    }

    private static void Close(PageNode node, int end)
    {
        node.End = end;
        if (node.Parent is { } parent)
        {
            parent.TextLength += node.TextLength;
            parent.LinkLength += node.LinkLength;
        }
    }

    /// <summary>True for what a reader of the page does not see; garbage hidden against copying is among it.</summary>
    private static bool IsUnseen(IElement element) => element.LocalName switch
    {
        "script" or "style" or "noscript" or "template" or "select" or "textarea" or "object" => true,
        "font" or "span" when element.ClassName is "jammer" => true,
        "html" or "body" or "head" or "meta" or "link" or "a" => false,
        _ => element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && HidesIt(style)),
    };

    private static bool HidesIt(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
