using System.Buffers;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Threads;

/// <summary>An element that prints the number of a floor.</summary>
/// <param name="Node">The element.</param>
/// <param name="Number">Its number, from 1; 楼主 is 1, 沙发 2.</param>
internal sealed record FloorMark(PageNode Node, int Number)
{
    private const int MaxLength = 10;
    private const int MaxMarks = 2000;
    private static readonly SearchValues<char> Ends = SearchValues.Create("楼#层主发凳板F");

    /// <summary>Lists the marks of a page in order: «3楼», «3#», «第3楼», «沙发», or a number before a lone «楼».</summary>
    internal static IReadOnlyList<FloorMark> List(PageTree tree)
    {
        var marks = new List<FloorMark>();
        for (var i = tree.Body.Index; i < tree.Body.End && marks.Count < MaxMarks; i++)
        {
            if (tree.Nodes[i] is { Text: { } text, TextLength: >= 1 and <= MaxLength } node && Ends.Contains(text.AsSpan().TrimEnd()[^1])
                && Above(tree, node) is { } mark && !(marks.Count > 0 && marks[^1].Node.Holds(mark.Node)))
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    /// <summary>Finds the smallest element round a text that reads as a floor: the number may stand in an element of its own.</summary>
    private static FloorMark? Above(PageTree tree, PageNode text)
    {
        var node = text.Parent;
        for (var level = 0; level < 3 && node is { TextLength: <= MaxLength } && IsInline(node); level++, node = node.Parent)
        {
            if (Read(tree.Line(node)) is { } number)
            {
                return new(node, number);
            }
        }

        return null;
    }

    private static bool IsInline(PageNode node) => node.Name is "span" or "em" or "a" or "strong" or "b" or "i" or "div" or "li" or "td" or "p" or "font" or "h4" or "h5" or "sup";

    private static int? Read(string line)
    {
        var text = line.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length < 2 || !Ends.Contains(text[^1]))
        {
            return null;
        }

        var name = text.TrimEnd('#');
        switch (name)
        {
            case "楼主":
                return 1;
            case "沙发":
                return 2;
            case "板凳":
                return 3;
            case "地板":
                return 4;
            default:
                var digits = text.AsSpan().TrimStart("第B").TrimEnd("楼#层F");
                return digits.Length is > 0 and < 6 && int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var number) ? number : null;
        }
    }
}
