using System.Text;
using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Lists;

/// <summary>Collects the links of a page that may lead to articles, outside navigation and footers.</summary>
internal static class LinkCollector
{
    private const int MaxLinks = 3000;
    private const int MinTitle = 4;
    private const int MaxClimb = 5;

    internal static IReadOnlyList<ListLink> Collect(PageContext context)
    {
        var anchors = Anchors(context);
        var links = new List<ListLink>(anchors.Count);
        for (var i = 0; i < anchors.Count; i++)
        {
            var (node, url, key) = anchors[i];
            var row = Row(anchors, node, key, i);
            var title = Title(context.Tree, node);
            var time = TimeBeside(context, row, node);
            links.Add(new(node, url, title, time, Shape(node), Score(context, url, title, time)));
        }

        return links;
    }

    private static List<(PageNode Node, Uri Url, string Key)> Anchors(PageContext context)
    {
        var anchors = new List<(PageNode, Uri, string)>();
        var tree = context.Tree;
        for (var i = tree.Body.Index; i < tree.Body.End && anchors.Count < MaxLinks;)
        {
            var node = tree.Nodes[i];
            if (node.Text is null && Boilerplate.Is(node, tree))
            {
                i = node.End;
                continue;
            }

            if (node.Name == "a" && node.TextLength >= MinTitle && context.Link(node) is { } url)
            {
                anchors.Add((node, url, CanonicalUrl.Of(url)));
            }

            i++;
        }

        return anchors;
    }

    /// <summary>Gives the largest part round a link that holds no link to anything else.</summary>
    private static PageNode Row(List<(PageNode Node, Uri Url, string Key)> anchors, PageNode node, string key, int at)
    {
        var row = node;
        for (var climbed = 0; climbed < MaxClimb && row.Parent is { Name: not ("body" or "#document" or "ul" or "ol" or "tbody") } parent; climbed++)
        {
            if (!Alone(anchors, parent, key, at, -1) || !Alone(anchors, parent, key, at, 1))
            {
                break;
            }

            row = parent;
        }

        return row;
    }

    private static bool Alone(List<(PageNode Node, Uri Url, string Key)> anchors, PageNode part, string key, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < anchors.Count && part.Holds(anchors[i].Node); i += step)
        {
            if (anchors[i].Key != key)
            {
                return false;
            }
        }

        return true;
    }

    private static string Title(PageTree tree, PageNode link)
    {
        var heading = tree.Find(link, node => node.Name is "h1" or "h2" or "h3" or "h4" or "h5" && node.TextLength > 1 || (node.Class.Contains("tit", StringComparison.OrdinalIgnoreCase) && node.TextLength > 1 && node.Name != "a"));
        var shown = tree.Line(heading ?? link);
        var full = link.Attribute("title")?.Trim();
        var isCut = shown.EndsWith('…') || shown.EndsWith("...", StringComparison.Ordinal);
        return isCut && full is { Length: < 300 } && full.Length >= shown.Length - 3 ? full : shown.TrimStart('·', '•', '■', '▪', ' ');
    }

    private static DateTimeOffset? TimeBeside(PageContext context, PageNode row, PageNode link)
    {
        var heading = row.Index == link.Index ? context.Tree.Find(link, node => node.Name is "h2" or "h3" or "h4") : link;
        var text = new StringBuilder();
        foreach (var node in context.Tree.Inside(row))
        {
            if (text.Length > 300)
            {
                break;
            }

            if (node.Name == "time" && ChineseTime.Parse(node.Attribute("datetime"), context.Now, context.Zone) is { } exact)
            {
                return exact;
            }

            if (node.Text is { Length: < 200 } piece && node.TextLength is >= 2 and <= 60 && heading?.Holds(node) != true)
            {
                text.Append(piece.Trim()).Append(' ');
            }
        }

        return ChineseTime.Find(text.ToString(), context.Now, context.Zone);
    }

    private static string Shape(PageNode link)
    {
        var shape = new StringBuilder();
        var node = link.Parent;
        for (var level = 0; level < 4 && node is not null; level++, node = node.Parent)
        {
            // What numbers or marks single rows is no part of the shape.
            shape.Append(node.Name).Append('.').Append(level == 0 ? "" : new string([.. node.Class.Where(c => !char.IsAsciiDigit(c))])).Append('<');
        }

        return shape.ToString();
    }

    private static int Score(PageContext context, Uri url, string title, DateTimeOffset? time)
    {
        var score = title.Length switch { >= 12 => 3, >= 8 => 2, >= 6 => 1, _ => 0 };
        score += time is null ? 0 : 3;
        score += IsArticleAddress(url) ? 2 : -2;
        score -= url.Host == context.Page.Url.Host || Domain(url.Host) == Domain(context.Page.Url.Host) ? 0 : 3;
        return score;
    }

    private static bool IsArticleAddress(Uri url)
    {
        var path = url.AbsolutePath;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.StartsWith("index", StringComparison.OrdinalIgnoreCase) || name.StartsWith("list", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return Digits(name) >= 3 || Digits(path) >= 6 || Digits(url.Query) >= 2 || (name.Length > 0 && path.Length > 12 && name.Contains('.'));
    }

    private static int Digits(string text) => text.Count(char.IsAsciiDigit);

    private static string Domain(string host)
    {
        var parts = host.Split('.');
        var take = parts.Length >= 3 && parts[^2] is "gov" or "com" or "net" or "org" or "edu" ? 3 : 2;
        return string.Join('.', parts[^Math.Min(parts.Length, take)..]);
    }
}
