using System.Globalization;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Crawling.Extraction.Times;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Reads a board of a Discuz! forum: the table of threads, or whatever rows a mobile or simplified template makes of it.</summary>
internal static class DiscuzBoardReader
{
    internal static ListReading Read(PageContext context)
    {
        var rows = TableRows(context.Tree);
        var items = new List<ListedItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Count > 0 ? rows : LooseRows(context))
        {
            if (Item(context, row) is { } item && seen.Add(CanonicalUrl.Of(item.Url)))
            {
                items.Add(item);
            }
        }

        return new(SourceKind.Discuz, items, NextLink.Find(context), null);
    }

    private static List<PageNode> TableRows(PageTree tree) =>
        [.. tree.Nodes.Where(node => node.Id.Length > 10 && (DiscuzMarks.NumberAfter(node.Id, "normalthread_") ?? DiscuzMarks.NumberAfter(node.Id, "stickthread_")) is not null)];

    /// <summary>Lists the list items or divisions that hold the links of one thread.</summary>
    private static IEnumerable<PageNode> LooseRows(PageContext context)
    {
        var threads = new List<(PageNode Link, string Id)>();
        foreach (var node in context.Tree.Nodes)
        {
            if (node.Name == "a" && context.Link(node) is { } url && DiscuzAddress.Find(url) is { IsThread: true } thread && node.TextLength > 0)
            {
                threads.Add((node, thread.Id));
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (link, id) in threads)
        {
            if (!done.Add(id))
            {
                continue;
            }

            var row = link;
            while (row.Parent is { Name: not ("ul" or "table" or "tbody" or "body" or "#document") } parent && !HoldsOther(threads, parent, id))
            {
                row = parent;
            }

            yield return row;
        }
    }

    private static bool HoldsOther(List<(PageNode Link, string Id)> threads, PageNode node, string id)
    {
        var from = threads.BinarySearch((node, ""), Comparer<(PageNode Link, string Id)>.Create((a, b) => a.Link.Index.CompareTo(b.Link.Index)));
        for (var i = from < 0 ? ~from : from; i < threads.Count && threads[i].Link.Index < node.End; i++)
        {
            if (threads[i].Id != id)
            {
                return true;
            }
        }

        return false;
    }

    private static ListedItem? Item(PageContext context, PageNode row)
    {
        PageNode? best = null;
        Uri? address = null;
        foreach (var node in context.Tree.Inside(row))
        {
            if (node.Name != "a" || context.Link(node) is not { } url || DiscuzAddress.Find(url) is not { IsThread: true } thread)
            {
                continue;
            }

            if (best is null || (!best.HasClass("xst") && (node.HasClass("xst") || node.TextLength > best.TextLength)))
            {
                best = node;
                address = thread.Page == 1 && !url.Query.Contains("goto=", StringComparison.Ordinal) ? url : new Uri(CanonicalUrl.Of(url));
            }
        }

        if (best is null || address is null || best.TextLength == 0)
        {
            return null;
        }

        var cells = context.Tree.Inside(row).Where(node => node.Name == "td" && (node.HasClass("by") || node.HasClass("author") || node.HasClass("lastpost"))).ToArray();
        var counts = Counts(context, row);
        var last = cells.Length > 1 ? LastPost(context, cells[^1]) : 0;
        return new ListedItem
        {
            Url = address,
            Title = Title(context.Tree, best),
            Author = Author(context.Tree, cells.Length > 0 ? cells[0] : row),
            PublishedAt = PublishedAt(context, cells.Length > 0 ? cells[0] : row, best),
            Replies = counts.Replies,
            Views = counts.Views,
            Mark = counts.Replies is { } replies ? ((replies + 1L) << 32) + last : last,
        };
    }

    private static string Title(PageTree tree, PageNode link)
    {
        var heading = tree.Find(link, node => node.Name is "em" or "h2" or "h3" or "h4" && node.TextLength >= 2 || node.Class.Contains("tit", StringComparison.Ordinal));
        if (heading is not null && heading.TextLength > 0)
        {
            return tree.Line(heading);
        }

        return BlockText.Of(tree, link, node => node.HasClass("by") || node.HasClass("num") || node.HasClass("xg1") || node.HasClass("grey")).Replace('\n', ' ');
    }

    private static string? Author(PageTree tree, PageNode cell)
    {
        var cite = tree.Find(cell, node => (node.Name == "cite" || node.HasClass("by") && node.Name == "span" || node.HasClass("mmc") || node.HasClass("author")) && node.TextLength is > 0 and < 40)
            ?? tree.Find(cell, node => node.Name == "a" && node.TextLength is > 0 and < 40 && node.Attribute("href")?.Contains("space", StringComparison.Ordinal) == true);
        return cite is null ? null : tree.Line(cite);
    }

    private static DateTimeOffset? PublishedAt(PageContext context, PageNode cell, PageNode title)
    {
        foreach (var node in context.Tree.Inside(cell))
        {
            if (node.Text is null && node.Attribute("title") is { Length: > 4 and < 40 } exact && ChineseTime.Find(exact, context.Now, context.Zone) is { } shown)
            {
                return shown;
            }

            if (node.Text is { Length: > 2 } text && !title.Holds(node) && ChineseTime.Find(text, context.Now, context.Zone) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>Gives the last post's time in unix seconds when it is printed as a date; 0 for «3 小时前», which would change by itself.</summary>
    private static long LastPost(PageContext context, PageNode cell)
    {
        var exact = context.Tree.Find(cell, node => node.Attribute("title")?.Contains('-') == true)?.Attribute("title") ?? context.Tree.Line(cell);
        return exact.Contains('前') || exact.Contains('天') || exact.Contains('刚') ? 0 : ChineseTime.Find(exact, context.Now, context.Zone)?.ToUnixTimeSeconds() ?? 0;
    }

    private static (int? Replies, int? Views) Counts(PageContext context, PageNode row)
    {
        var tree = context.Tree;
        var cell = tree.Find(row, node => node.Name == "td" && (node.HasClass("num") || node.HasClass("nums")));
        if (cell is not null)
        {
            var replies = tree.Find(cell, node => node.Name is "a" or "strong");
            var views = tree.Find(cell, node => node.Name == "em");
            return (replies is null ? null : Documents.Count(tree.Line(replies)), views is null ? null : Documents.Count(tree.Line(views)));
        }

        // Touch templates: an icon names the number behind it; the oldest has one number, that of replies.
        var eye = tree.Find(row, node => node.Class.Contains("eye", StringComparison.Ordinal) || node.Class.Contains("view", StringComparison.Ordinal));
        var chat = tree.Find(row, node => node.Class.Contains("chat", StringComparison.Ordinal) || node.Class.Contains("repl", StringComparison.Ordinal) || node.Class.Contains("comment", StringComparison.Ordinal))
            ?? tree.Find(row, node => node.HasClass("num"));
        return (NumberAt(tree, row, chat), NumberAt(tree, row, eye));
    }

    private static int? NumberAt(PageTree tree, PageNode row, PageNode? mark)
    {
        for (var i = mark?.Index ?? row.End; i < row.End && i < mark!.Index + 6; i++)
        {
            if (tree.Nodes[i].Text is { } text && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return null;
    }
}
