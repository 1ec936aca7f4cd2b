using System.Buffers;
using System.Text.RegularExpressions;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Finds who wrote an article and which medium it is from, in lines with labels and in elements named for it.</summary>
internal sealed partial class Names(PageContext context, PageFacts facts, BylineLines lines)
{
    private const int MaxName = 30;
    private const int NodesAround = 80;
    private static readonly string[] AuthorLabels = ["作者", "撰文", "撰稿", "发布者", "发布人", "發布者", "文/", "文／", "文丨", "文｜", "文 |", "摄影", "通讯员", "记者", "記者", "供稿"];
    private static readonly string[] MediaLabels = ["来源于", "来源", "來源", "信息来源", "发布机构", "发布单位", "稿源", "来自", "文章来源", "稿件来源", "转自", "发文机关"];
    private static readonly string[] Stops = ["来源", "来自", "作者", "编辑", "責編", "责编", "责任", "时间", "日期", "发布", "浏览", "阅读", "点击", "审核", "摄影", "返回", "查看", "字体", "字号", "打印", "分享", "举报", "收藏", "评论", "校对", "记者", "访问", "关注", "http", "通讯员", "订阅"];
    private static readonly SearchValues<char> Ends = SearchValues.Create(['|', '　', '（', '(', '[', ']', '【', '】', '）', ')', '\t', '。', '，', ',', '；', ';', '丨', '｜', '·', '／', '∕', '/', '\n', '>', '<', '：', ':']);

    /// <summary>Finds the author's name; null when the page names none.</summary>
    internal string? Author(PageNode? title, PageNode body, string text) =>
        (facts.Author != facts.Publisher ? Clean(facts.Author) : null) ?? After(lines.After, AuthorLabels) ?? Clean(facts.Meta("og:article:author", "article:author", "byl")) ?? NamedElement(title, body, IsAuthorName)
        ?? After(lines.Before, ["作者"]) ?? After(lines.Tail, AuthorLabels) ?? After(lines.Inside, ["作者", "文/", "文／", "文丨", "记者"]) ?? Own(facts.Meta("author")) ?? Reporter(text)
        ?? Clean(HiddenText.Field(context.Tree, "author"));

    /// <summary>Finds the medium's name; null when the page names none.</summary>
    internal string? Media(PageNode? title, PageNode body) =>
        Clean(Told(facts.Meta("contentsource", "mediaid", "source"))) ?? After(lines.After, MediaLabels) ?? NamedElement(title, body, IsMediaName) ?? After(lines.Before, ["来源", "信息来源", "发文机关"]) ?? After(lines.Tail, MediaLabels)
        ?? Paper() ?? Clean(facts.Publisher) ?? Clean(HiddenText.Field(context.Tree, "source"));

    /// <summary>Takes a meta author only when it is not the site's own name.</summary>
    private string? Own(string? author) => Clean(author) is { } name && name != facts.Meta("og:site_name") && name != facts.Meta("sitename") && !WindowTitle.IsSite(name) ? name : null;

    private static string? Told(string? source) => source is not null && source.StartsWith("来源", StringComparison.Ordinal) ? source[2..].TrimStart('：', ':', ' ').Split(' ')[0] : source;

    /// <summary>Reads «《某某晚报》（2026年11月24日 第05版)» beside the headline.</summary>
    private string? Paper()
    {
        foreach (var line in lines.After)
        {
            var end = line.IndexOf('》', StringComparison.Ordinal);
            if (line.Length < 60 && line[0] == '《' && end > 2 && line.Contains('版'))
            {
                return line[1..end];
            }
        }

        return null;
    }

    private static string? After(IReadOnlyList<string> candidates, ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            foreach (var line in candidates)
            {
                var at = line.IndexOf(label, StringComparison.Ordinal);
                if (at < 0 || Value(line, at + label.Length, label) is not { } name)
                {
                    continue;
                }

                return name;
            }
        }

        return null;
    }

    /// <summary>Reads the name behind a label: behind a colon, or behind a space or at once when the label is one that stands so.</summary>
    private static string? Value(string line, int from, string label)
    {
        var rest = line.AsSpan(from);
        var colon = rest.TrimStart();
        if (colon.Length > 0 && colon[0] is '：' or ':')
        {
            rest = colon[1..];
        }
        else if (label is "记者" or "記者" or "通讯员")
        {
            // «本报记者 某某» has the name behind it; «记者在现场看到» is a sentence.
            if (line.Length > 60 || rest.Length == 0 || !(rest[0] is ' ' or '　' or '丨' or '|' || (label == "記者" && line.AsSpan().ContainsAny('／', '∕', '/'))))
            {
                return null;
            }
        }
        else if (label[^1] is not ('/' or '／' or '丨' or '｜' or '|') && (label is not ("来自" or "来源于") || rest.Length > 30))
        {
            return null;
        }

        var name = rest.TrimStart([' ', '　', '：', ':', '丨', '|', '\u00A0']);
        var end = name.IndexOfAny(Ends);
        name = end < 0 ? name : name[..end];
        foreach (var stop in Stops)
        {
            var at = name.IndexOf(stop, StringComparison.Ordinal);
            name = at > 0 && IsStop(name, at, at + stop.Length, ended: end) ? name[..at] : name;
        }

        // The colon of the next label ended the name: the label is still in it.
        var text = name.Trim();
        var space = text.IndexOf(' ');
        if (space > 0 && (text.Length > 14 || char.IsAsciiDigit(text[space + 1]) || space > 3))
        {
            text = text[..space];
        }

        return Clean(text.ToString());
    }

    /// <summary>A label stops a name behind a space, before a colon, or when it is a button's; «青石发布» and «某报评论» are names.</summary>
    private static bool IsStop(ReadOnlySpan<char> name, int at, int behind, int ended) =>
        name[at - 1] is ' ' or '\u00A0' || (behind >= name.Length && ended >= 0) || (behind < name.Length && name[behind] is '人' or '者' or '时' or '日' or '次' or '量' or '数' or '于') || name[at..].StartsWith("返回", StringComparison.Ordinal) || name[at..].StartsWith("查看", StringComparison.Ordinal);

    /// <summary>Finds the nearest small element round headline and body whose class or id is that of a name.</summary>
    private string? NamedElement(PageNode? title, PageNode body, Func<PageNode, bool> fits)
    {
        var from = Math.Max(context.Tree.Body.Index, (title?.Index ?? body.Index) - NodesAround);
        var end = title is not null && title.End <= body.Index ? body.Index : Math.Min(body.End, (title?.End ?? body.Index) + NodesAround);
        for (var i = from; i < end; i++)
        {
            var node = context.Tree.Nodes[i];
            if (node.Text is null && node.TextLength is >= 2 and <= 20 && fits(node) && Innermost(node, fits) && (title is null || !node.Holds(title)) && !PageLines.IsButton(context.Tree.Line(node)))
            {
                var line = context.Tree.Line(node);
                var value = line.StartsWith('由') && line.Length > 2 ? line[1..] : line;
                if (!value.Contains('：') && !value.Contains(':') && !value.Any(char.IsAsciiDigit) | value.Any(char.IsAsciiLetter) && !Stops.Any(stop => value.StartsWith(stop, StringComparison.Ordinal)) && Clean(value) is { } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private bool Innermost(PageNode node, Func<PageNode, bool> fits)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (context.Tree.Nodes[i] is { Text: null, TextLength: >= 2 } inner && inner.TextLength < node.TextLength && fits(inner))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAuthorName(PageNode node) =>
        Has(node, "author") && !Has(node, "authority") || Has(node, "nickname") || Has(node, "js_name") || Has(node, "user-name") || Has(node, "username") || Has(node, "user_name") || Has(node, "byline") || Has(node, "zuozhe")
        || Has(node, "weibo_user") || Has(node, "info-name") || Has(node, "head-name") || node.HasClass("name") || node.Name == "founder-author" || node.Attribute("rel") is "author";

    private static bool IsMediaName(PageNode node) => Has(node, "source") || Has(node, "laiyuan") || Has(node, "media") && !Has(node, "_media_") && !Has(node, "rich_media") || Has(node, "origin") && node.Name is "a" or "span" or "em";

    private static bool Has(PageNode node, string word) => node.Class.Contains(word, StringComparison.OrdinalIgnoreCase) || node.Id.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads «（记者 某某）» and «本报记者 某某» at the beginning or end of the text.</summary>
    private static string? Reporter(string text)
    {
        try
        {
            var head = ReporterName().Match(text.Length > 200 ? text[..200] : text);
            var found = head.Success ? head : ReporterName().Match(text.Length > 120 ? text[^120..] : text);
            return found.Success ? Clean(found.Groups["n"].Value) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string? Clean(string? name) =>
        name?.Trim(' ', '　', '\u00A0', '：', ':', '|', '/', '-') is { Length: > 0 and <= MaxName } text && text.Any(char.IsLetter) && !text.Contains("://", StringComparison.Ordinal) && !text.Contains('{') && text is not ("未知" or "佚名" or "网络" or "null" or "undefined") ? text : null;

    [GeneratedRegex(@"[（(](?:本[报网台刊]|[\p{L}]{0,8})?(?:全媒体)?记者[\s：:]?(?<n>[\p{L}· ]{2,10}?)(?:\s?[、，,;；）)]|\s通讯员)", RegexOptions.CultureInvariant, 200)]
    private static partial Regex ReporterName();
}
