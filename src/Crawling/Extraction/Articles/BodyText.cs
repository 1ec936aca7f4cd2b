using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Gives the text of an article's body without the lines that belong to the page: byline, editor, copyright, buttons, related links.</summary>
internal static class BodyText
{
    private static readonly string[] Endings =
        ["责任编辑", "责编", "编辑：", "编辑:", "（编辑", "(编辑", "审核：", "校对：", "一审", "二审", "三审", "版权", "声明：", "免责", "上一篇", "下一篇", "相关阅读", "相关新闻", "相关链接", "延伸阅读", "推荐阅读", "热门推荐", "分享到", "分享：", "扫一扫", "关闭窗口", "打印本页", "【打印", "[打印", "网友评论", "我要评论", "返回顶部", "点击下载", "Copyright", "©"];

    internal static string Read(PageTree tree, PageNode body, PageNode? titleNode, string? title)
    {
        var text = BlockText.Of(tree, body, node => ReferenceEquals(node, titleNode) || node.Name == "header" || Boilerplate.Is(node, tree) || IsLinkList(node));
        var lines = text.Split('\n').ToList();
        while (lines.Count > 1 && (lines[0] == title || IsByline(lines[0])))
        {
            lines.RemoveAt(0);
        }

        for (var checkedLines = 0; checkedLines < 12 && lines.Count > 1; checkedLines++)
        {
            var at = lines.Count - 1;
            if (!IsEnding(lines[at]))
            {
                break;
            }

            lines.RemoveAt(at);
        }

        return string.Join('\n', lines.Where(line => !IsButton(line)));
    }

    private static bool IsLinkList(PageNode node) => node.Name is "ul" or "ol" or "div" or "dl" or "table" && node.LinkShare > 0.7 && node.TextLength > 20;

    /// <summary>True for a short line made of labels and a time: «2026-11-24 10:20 来源：… 浏览：12».</summary>
    private static bool IsByline(string line) =>
        line.Length < 90 && !line.Contains('。') && !line.Contains('，')
        && (Labels(line) >= 2 || (Labels(line) == 1 && (line.Length < 30 || char.IsAsciiDigit(line[0]))) || (line.Length < 24 && line.Length > 7 && line.All(c => char.IsAsciiDigit(c) || "-/: 年月日时分秒.".Contains(c))));

    private static int Labels(string line)
    {
        var count = 0;
        foreach (var label in (ReadOnlySpan<string>)["来源", "作者", "发布时间", "发布日期", "时间：", "日期：", "浏览", "点击", "阅读", "字体", "字号", "编辑", "打印", "分享", "记者：", "发布者"])
        {
            count += line.Contains(label, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    private static bool IsEnding(string line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        var start = line.AsSpan().TrimStart("（(【[ ");
        foreach (var ending in Endings)
        {
            if (start.StartsWith(ending.AsSpan().TrimStart("（(【["), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return IsByline(line);
    }

    private static bool IsButton(string line) => line.Length <= 24 && (line is "打印" or "关闭" or "收藏" or "分享" or "大 中 小" or "[大 中 小]" or "返回" or "举报" or "点赞"
        || line.Contains("【关闭", StringComparison.Ordinal) || line.Contains("字体：", StringComparison.Ordinal) || line.Contains("字号：", StringComparison.Ordinal));
}
