using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Reads one floor: author, time, number and text.</summary>
internal sealed class DiscuzPostReader(PageContext context, DiscuzPost post)
{
    /// <summary>True when the forum shows a notice in place of the message.</summary>
    internal bool IsHidden => post.Message.HasClass("locked") || IsNotice() || (post.Message.TextLength < 60 && context.Tree.Find(post.Message, node => node.HasClass("locked")) is { } notice && notice.TextLength >= post.Message.TextLength - 5);

    /// <summary>True when a touch template shows nothing but a grey notice: removed, banned, for members.</summary>
    private bool IsNotice() => Text().Length == 0 && context.Tree.Find(post.Message, node => node.HasClass("grey") && node.HasClass("quote") && node.TextLength > 0) is { } notice
        && context.Tree.Line(notice) is { } line && (line.StartsWith("提示", StringComparison.Ordinal) || line.Contains("屏蔽", StringComparison.Ordinal) || line.Contains("登录", StringComparison.Ordinal) || line.Contains("可见", StringComparison.Ordinal));

    internal int? Floor()
    {
        foreach (var node in context.Tree.Inside(post.Container))
        {
            if (node.Text is not null || post.Message.Holds(node) || node.TextLength is 0 or > 12)
            {
                continue;
            }

            if (node.Id.StartsWith("postnum", StringComparison.Ordinal) || node.HasClass("floor") || (node.Name is "em" or "span" && IsFloorName(context.Tree.Line(node))))
            {
                return DiscuzMarks.Floor(context.Tree.Line(node));
            }
        }

        return null;
    }

    internal string? Author()
    {
        PageNode? link = null;
        foreach (var node in context.Tree.Inside(post.Container))
        {
            if (node.TextLength is 0 or > 40 || node.Text is not null || post.Message.Holds(node))
            {
                continue;
            }

            if (node.Name == "a" && (node.HasClass("xw1") || node.Id.StartsWith("userinfo", StringComparison.Ordinal)) && !node.HasClass("xi2"))
            {
                return context.Tree.Line(node);
            }

            if (node.Name == "a" && link is null && node.Attribute("href") is { } href && href.Contains("space", StringComparison.Ordinal) && !href.Contains("do=", StringComparison.Ordinal))
            {
                link = node;
            }
        }

        if (link is not null)
        {
            return context.Tree.Line(link);
        }

        // Anonymous and removed accounts stand there without a link.
        var plain = context.Tree.Find(post.Container, node => (node.HasClass("authi") || node.HasClass("postinfo")) && node.TextLength is > 0 and < 20 && !post.Message.Holds(node));
        return plain is null ? null : context.Tree.Line(plain);
    }

    internal DateTimeOffset? PublishedAt()
    {
        var place = context.Tree.Find(post.Container, node => node.Id.StartsWith("authorposton", StringComparison.Ordinal))
            ?? context.Tree.Find(post.Container, node => node.HasClass("mtime") || node.HasClass("authi") && node.Name == "ul");
        if (place is not null && Time(place) is { } exact)
        {
            return exact;
        }

        foreach (var node in context.Tree.Inside(post.Container))
        {
            if (node.Text is { } text && !post.Message.Holds(node) && (text.Contains("发表于", StringComparison.Ordinal) || node.Index < post.Message.Index) && ChineseTime.Find(text, context.Now, context.Zone) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    internal DateTimeOffset? UpdatedAt() =>
        context.Tree.Find(post.Message, node => node.HasClass("pstatus")) is { } status && Time(status) is { } time ? time : null;

    internal string Text() => BlockText.Of(context.Tree, post.Message, IsNoPart);

    /// <summary>Reads a time: the exact one in a title attribute before the «3 小时前» a reader sees.</summary>
    private DateTimeOffset? Time(PageNode place)
    {
        var title = context.Tree.Find(place, node => node.Attribute("title") is { Length: > 7 and < 40 } text && char.IsAsciiDigit(text[0]))?.Attribute("title");
        return ChineseTime.Find(title, context.Now, context.Zone) ?? ChineseTime.Find(context.Tree.Line(place), context.Now, context.Zone);
    }

    /// <summary>True for what is not the author's own text here: quotes, edit marks, attachment notices, signatures, hints to log in.</summary>
    private static bool IsNoPart(PageNode node) => node.Name switch
    {
        "blockquote" or "ignore_js_op" => true,
        "a" or "br" or "img" => false,
        _ => node.Class.Length > 0 && (node.HasClass("quote") || node.HasClass("pstatus") || node.HasClass("jammer") || node.HasClass("tip") || node.HasClass("sign") || node.HasClass("signatures")
            || node.HasClass("attach_nopermission") || node.HasClass("attach_popup") || node.HasClass("attnm") || node.HasClass("locked") || node.HasClass("postattachlist")
            || node.HasClass("t_attach") || node.HasClass("modact") || node.HasClass("rate") || node.HasClass("cm") || node.HasClass("psth") || node.HasClass("aimg_tip")),
    };

    private static bool IsFloorName(string text) => text is "楼主" or "沙发" or "板凳" or "地板" || (text.Length is > 1 and < 8 && char.IsAsciiDigit(text[0] == '第' ? text[1] : text[0]) && text[^1] is '#' or '楼');
}
