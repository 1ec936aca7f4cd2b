using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Recognises a page that answers 200 and yet is not what was asked for, and says so in Chinese.</summary>
internal static class SoftTrouble
{
    private const int ShortPage = 400;
    private const int ShortText = 60;
    private static readonly string[] Troubles = ["登录", "验证", "不存在", "404", "删除", "下架", "频繁", "权限", "未找到", "找不到", "moment", "browser"];

    /// <summary>Finds what is wrong with a page that should hold an item.</summary>
    /// <param name="context">The page.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="text">The text read from it.</param>
    /// <returns>The trouble; null when there is none.</returns>
    internal static string? Find(PageContext context, string? title, string text)
    {
        if (Mojibake(context.Html))
        {
            return "页面乱码，字符集无法识别";
        }

        var tree = context.Tree;
        var shown = tree.Body.TextLength;
        if (shown <= ShortPage && (text.Length < ShortText || HasAny(text, Troubles)))
        {
            var all = title + "\n" + BlockText.Of(tree, tree.Body);
            var isLogin = tree.Find(tree.Body, node => node.Name == "input" && node.Attribute("type") is "password") is not null;
            if (isLogin || HasAny(WithoutReplyHints(all), "需要先登录", "请先登录", "您尚未登录", "登录后查看", "没有权限访问", "无权访问"))
            {
                return "页面要求登录";
            }

            if (HasAny(all, "请输入验证码", "安全验证", "人机验证", "访问过于频繁", "滑动验证", "Just a moment", "Checking your browser", "访问验证"))
            {
                return "页面要求验证（验证码或脚本质询）";
            }

            if (HasAny(all, "页面不存在", "页面未找到", "404 Not Found", "找不到该页", "您访问的页面", "文章不存在", "内容不存在", "内容已被删除", "该内容已下架", "文章已被删除", "该文章已删除", "指定的主题不存在", "404"))
            {
                return all.Contains("404", StringComparison.Ordinal) && !HasAny(all, "不存在", "未找到", "Not Found", "找不到", "删除") && shown > 60 ? null : "页面不存在或已被删除";
            }
        }

        if (text.Length == 0 || shown < 2)
        {
            return context.Html.Contains("<script", StringComparison.OrdinalIgnoreCase) ? "页面没有正文，内容由脚本生成" : "页面是空的";
        }

        return null;
    }

    /// <summary>Finds a forum's message that stands in place of a thread or board; null when there is none.</summary>
    internal static string? ForumMessage(PageTree tree)
    {
        var box = tree.Find(tree.Body, node => node.Id is "messagetext" or "messagelogin" || node.HasClass("jump_c") || node.HasClass("alert_error") || node.HasClass("alert_info") && node.Name == "div");
        if (box is null || box.TextLength is 0 or > ShortPage)
        {
            return null;
        }

        var text = tree.Line(box);
        if (HasAny(text, "不存在", "已被删除", "正在被审核", "待审核"))
        {
            return "主题不存在、已被删除或正在审核";
        }

        return HasAny(text, "登录", "权限", "无权") ? "页面要求登录" : HasAny(text, "验证") ? "页面要求验证（验证码或脚本质询）" : "论坛提示：" + (text.Length > 80 ? text[..80] : text);
    }

    internal static bool Mojibake(string html)
    {
        var bad = 0;
        foreach (var c in html.AsSpan(0, Math.Min(html.Length, 200_000)))
        {
            bad += c == '\uFFFD' ? 1 : 0;
        }

        return bad > 20 && bad > html.Length / 50;
    }

    /// <summary>Leaves out «请先登录再评论»: that is said below any article.</summary>
    private static string WithoutReplyHints(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !HasAny(line, "评论", "回复", "回帖", "发表", "留言", "跟帖", "点赞", "收藏")));

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
