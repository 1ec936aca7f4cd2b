using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>The short lines round an article, by where they stand: who wrote it and when is in one of them.</summary>
/// <param name="After">From the headline to the body.</param>
/// <param name="Tail">From the body's last lines to a little behind it.</param>
/// <param name="Before">The last ones before the headline.</param>
/// <param name="Inside">The body's first ones.</param>
internal sealed record BylineLines(IReadOnlyList<string> After, IReadOnlyList<string> Tail, IReadOnlyList<string> Before, IReadOnlyList<string> Inside)
{
    private const int MaxLine = 160;
    private const int MaxLines = 40;
    private const int NodesAfterTitle = 120;
    private const int NodesBefore = 150;
    private const int NodesInTail = 60;

    internal static BylineLines Find(PageTree tree, PageNode? title, PageNode body)
    {
        var titled = title is not null && title.Index < body.End;
        var from = titled ? title!.Index + 1 : Math.Max(tree.Body.Index, body.Index - NodesBefore);
        var holdsTitle = titled && body.Holds(title!);
        var bodyFrom = holdsTitle ? title!.End : body.Index;
        var afterEnd = holdsTitle ? Math.Min(body.End, title!.End + NodesAfterTitle) : Math.Max(bodyFrom, from);
        var tailFrom = Math.Max(bodyFrom, body.End - NodesInTail);
        return new(
            List(tree, from, afterEnd, title),
            List(tree, tailFrom, Math.Min(tree.Body.End, body.End + NodesInTail), title),
            [.. Enumerable.Reverse(List(tree, Math.Max(tree.Body.Index, from - NodesBefore), from, title))],
            List(tree, bodyFrom, Math.Min(body.End, bodyFrom + 30), title));
    }

    private static List<string> List(PageTree tree, int from, int end, PageNode? title)
    {
        var lines = new List<string>();
        PageNode? last = null;
        for (var i = from; i < end && lines.Count < MaxLines; i++)
        {
            if (tree.Nodes[i] is not { Text: { } text, TextLength: > 0, Block: { } block } node || (title is not null && title.Holds(node)) || ReferenceEquals(block, last))
            {
                continue;
            }

            // A line is the block's text as long as the block is small, else the piece itself.
            last = block.TextLength <= MaxLine && !(title is not null && block.Holds(title)) ? block : null;
            var line = last is null ? text.Trim() : tree.Line(block);
            if (line.Length <= MaxLine)
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
