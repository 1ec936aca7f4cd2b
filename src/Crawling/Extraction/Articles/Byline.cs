using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds who published an article and when: in what the page says for machines, then in the lines near the headline.</summary>
internal sealed record Byline(string? Author, string? Media, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt)
{
    private const int LinesRead = 60;
    private const int LinesBeforeTitle = 8;
    private const int MaxLine = 160;
    private const int NodesNearTitle = 40;

    internal static Byline Find(PageContext context, PageFacts facts, PageNode? title, PageNode body)
    {
        var lines = Lines(context.Tree, title, body);
        var (shown, updated) = Times(context, lines);
        var told = WebTime.Parse(facts.Published ?? facts.Meta("article:published_time", "pubdate", "publishdate", "publish_time", "firstpublishedtime", "datepublished", "og:published_time", "weibo: article:create_at", "publish-date"), context.Now, context.Zone);
        told ??= FromTimeElement(context, title, body);
        return new(
            Short(facts.Author) ?? Short(facts.Meta("article:author", "author")) ?? After(lines, "作者", "撰文", "文/", "文／", "记者"),
            Short(facts.Meta("contentsource", "mediaid", "source")) ?? After(lines, "来源", "信息来源", "发布机构", "稿源") ?? Short(facts.Publisher),
            Finer(told, shown, context.Zone),
            WebTime.Parse(facts.Modified ?? facts.Meta("article:modified_time", "og:updated_time", "datemodified", "lastmodified"), context.Now, context.Zone) ?? updated);
    }

    /// <summary>Gives the time the machine part tells, but the visible one when that has the hour of the same day and the other has not.</summary>
    private static DateTimeOffset? Finer(DateTimeOffset? told, DateTimeOffset? shown, TimeZoneInfo zone)
    {
        if (told is not { } first || shown is not { } second)
        {
            return told ?? shown;
        }

        var wall = TimeZoneInfo.ConvertTime(first, zone);
        return (wall.TimeOfDay == TimeSpan.Zero || first.TimeOfDay == TimeSpan.Zero) && TimeZoneInfo.ConvertTime(second, zone).Date == wall.Date ? second : first;
    }

    private static (DateTimeOffset? Published, DateTimeOffset? Updated) Times(PageContext context, List<string> lines)
    {
        DateTimeOffset? published = null, updated = null;
        foreach (var line in lines)
        {
            if (ChineseTime.Find(line, context.Now, context.Zone) is not { } time)
            {
                continue;
            }

            var isUpdate = (line.Contains("更新", StringComparison.Ordinal) || line.Contains("修改", StringComparison.Ordinal)) && !line.Contains("发布", StringComparison.Ordinal);
            if (isUpdate)
            {
                updated ??= time;
            }
            else
            {
                published ??= time;
                var mark = line.IndexOf("更新", StringComparison.Ordinal);
                updated ??= mark > 0 ? ChineseTime.Find(line[mark..], context.Now, context.Zone) : null;
            }
        }

        return (published ?? updated, updated);
    }

    /// <summary>Lists the short lines from a little before the headline to the first ones of the body, then those at the body's end.</summary>
    private static List<string> Lines(PageTree tree, PageNode? title, PageNode body)
    {
        var before = new Queue<string>();
        var lines = new List<string>();
        var from = title is null ? Math.Max(tree.Body.Index, body.Index - 150) : title.Index;
        var end = Math.Max(body.Index, title?.End ?? 0) + 40;
        PageNode? last = null;
        for (var i = tree.Body.Index; i < tree.Body.End && i < end && lines.Count < LinesRead; i++)
        {
            if (tree.Nodes[i] is not { Text: { } text, TextLength: > 0, Block: { } block } || (title is not null && title.Holds(tree.Nodes[i])) || ReferenceEquals(block, last))
            {
                continue;
            }

            // A line is the block's text as long as the block is small, else the piece itself.
            last = block.TextLength <= MaxLine ? block : null;
            var line = last is null ? text.Trim() : tree.Line(block);
            if (line.Length > MaxLine)
            {
                continue;
            }

            if (i >= from)
            {
                lines.Add(line);
            }
            else
            {
                before.Enqueue(line);
                if (before.Count > LinesBeforeTitle)
                {
                    before.Dequeue();
                }
            }
        }

        lines.AddRange(before.Where(line => line.Length < 80).Reverse());
        for (var i = Math.Max(end, body.End - 30); i < Math.Min(tree.Body.End, body.End + 40); i++)
        {
            if (tree.Nodes[i] is { Text: { } text, TextLength: > 4 and < 80 } && (text.Contains("发布", StringComparison.Ordinal) || text.Contains("来源", StringComparison.Ordinal) || text.Contains("作者", StringComparison.Ordinal)))
            {
                lines.Add(text.Trim());
            }
        }

        return lines;
    }

    /// <summary>Reads the first time element near the headline or in the body; one further off is a related article's or a comment's.</summary>
    private static DateTimeOffset? FromTimeElement(PageContext context, PageNode? title, PageNode body)
    {
        var from = (title?.Index ?? body.Index) - NodesNearTitle;
        return context.Tree.Find(context.Tree.Body, node => node.Name == "time" && node.Index >= from && node.Index < body.End && node.Attribute("datetime") is { Length: > 7 }) is { } time
            ? WebTime.Parse(time.Attribute("datetime"), context.Now, context.Zone)
            : null;
    }

    private static string? After(List<string> lines, params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            foreach (var line in lines)
            {
                var at = line.IndexOf(label, StringComparison.Ordinal);
                var rest = at < 0 ? "" : line[(at + label.Length)..].TrimStart();
                if (at >= 0 && rest.Length > 1 && (rest[0] is '：' or ':' || label[^1] is '/' or '／'))
                {
                    rest = rest.TrimStart('：', ':', ' ');
                    var end = rest.IndexOfAny([' ', '|', '　', '（', '(', ']', '】', '）', ')', '\t', '。', '，']);
                    if (Short(end < 0 ? rest : rest[..end]) is { } name)
                    {
                        return name;
                    }
                }
            }
        }

        return null;
    }

    private static string? Short(string? name) =>
        name?.Trim() is { Length: > 0 and <= 40 } text && text.Any(char.IsLetter) && !text.Contains("://", StringComparison.Ordinal) ? text : null;
}
