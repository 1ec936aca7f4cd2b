using System.Buffers;
using System.Collections.Frozen;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Tells lines that belong to the page from lines that belong to the article, by their words.</summary>
internal static class PageLines
{
    private const int MaxEnding = 160;
    private const int LongWord = 4;
    private static readonly char[] Openers = ['（', '(', '【', '[', '〔', '「', '-', '—', '–', '=', '*', '▍', '■', '●', '▲', '▼', '>', '·', ' ', '　'];

    private static readonly string[] Endings =
    [
        "责任编辑", "责编", "编辑", "编审", "审核", "校对", "值班", "监制", "初审", "复审", "终审", "一审", "二审", "三审", "统筹", "制图", "图片编辑", "总监制", "投稿", "供稿", "撰稿", "通讯员", "记者：", "记者:", "记者丨", "记者|",
        "作者：", "作者:", "作者丨", "作者|", "作者｜", "文丨", "文｜", "文 |", "文/", "文／", "图/", "图丨", "图片来源", "图源", "来源", "信息来源", "稿源", "转自", "转载", "原标题", "原文链接", "本文链接", "本文来源", "本文为", "本文由", "本文系",
        "版权", "声明", "特别声明", "免责", "特别提示", "注：本文", "以上内容", "特此声明", "未经授权", "未经许可", "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "上一页", "下一页", "没有了", "相关阅读", "相关新闻", "相关链接", "相关报道", "相关文章", "相关推荐", "相关稿件", "相关专题",
        "相关信息", "相关文档", "延伸阅读", "推荐阅读", "往期", "精彩推荐", "热门推荐", "为你推荐", "为您推荐", "猜你喜欢", "更多精彩", "更多新闻", "更多内容", "查看更多", "阅读原文", "点击阅读", "点击“阅读", "点击\"阅读", "点击「阅读", "点击下方", "点击上方", "戳", "分享到", "分享至", "分享：", "分享给",
        "扫一扫", "扫描", "长按", "识别二维码", "关注我们", "关注公众号", "微信公众号", "关闭窗口", "关闭本页", "关闭", "打印", "网友评论", "我要评论", "发表评论", "最新评论", "热门评论", "评论", "返回顶部", "返回列表", "返回首页", "返回", "点击下载", "Copyright", "©", "标签", "关键词", "关键字", "Tags", "TAG", "tags",
        "END", "end", "The End", "THE END", "完", "举报", "纠错", "我要纠错", "点赞", "收藏", "打赏", "赞赏", "在看", "展开全文", "打开APP", "打开客户端", "下载APP", "浏览次数", "阅读次数", "点击次数", "阅读量", "浏览量", "访问量", "Notice: The content above", "专题：", "点击进入专题", "作者最新文章", "文章关键词",
        "责任编辑", "責任編輯", "編輯", "相關新聞", "延伸閱讀", "版權", "更多新聞", "分享让更多人", "上一版", "下一版", "文章纠错", "内容纠错", "稿件来源", "发布于", "发表于", "编辑于", "发布时间", "发布日期", "更新时间", "共享此文章", "满意", "录入", "签发", "主编", "总编", "策划", "摄影：", "摄像", "剪辑", "出品", "联系我们", "投诉", "爆料", "报料", "新闻热线", "热线电话",
    ];

    private static readonly SearchValues<char> EndingStarts = SearchValues.Create(string.Concat(Endings.Select(ending => ending[0])));

    private static readonly HashSet<string> Buttons = new(StringComparer.Ordinal)
    {
        "打印", "打印本页", "关闭", "关闭窗口", "关闭本页", "收藏", "分享", "分享到", "分享到：", "分享至", "分享：", "转发", "评论", "点赞", "赞", "在看", "举报", "举报/反馈", "反馈", "返回", "返回顶部", "顶部", "大 中 小", "大", "中", "小", "[大 中 小]", "默认", "超大", "字号", "字体", "A+", "A-", "微信", "微博",
        "新浪微博", "QQ空间", "QQ", "Qzone", "朋友圈", "图集", "关注", "+关注", "加关注", "已关注", "纠错", "【纠错】", "展开全文", "收起", "阅读原文", "查看更多", "查看原文", "加载更多", "更多", "广告", "原创", "复制链接", "播放", "暂停", "重播", "语音播报", "听新闻", "扫一扫", "回复", "引用", "转藏", "来自客户端", "首页",
        "上一页", "下一页", "上一篇", "下一篇", "尾页", "末页", "[编辑]", "编辑", "[复制链接]", "- END -", "END", "—END—", "-END-", "正文", "登录", "注册", "人人网", "豆瓣网", "腾讯微博", "我要评论", "我来说两句", "目录", "全文", "放大", "缩小", "A", "A A A", "手机版", "推荐", "Twitter", "Facebook", "LINE", "踩", "顶", "下载", "图片", "视频", "+1",
    };

    private static readonly FrozenSet<string> Sections = FrozenSet.ToFrozenSet(
        [
            "网友评论", "热门评论", "最新评论", "精彩评论", "全部评论", "评论列表", "发表评论", "我要评论", "文章评论", "用户评论", "评论", "评论区", "网友跟帖", "跟帖", "相关阅读", "相关新闻", "相关链接", "相关报道", "相关文章", "相关推荐", "相关稿件", "相关专题", "相关内容", "相关信息",
            "相关文档", "延伸阅读", "推荐阅读", "往期回顾", "往期推荐", "精彩推荐", "热门推荐", "为你推荐", "为您推荐", "猜你喜欢", "更多精彩", "更多新闻", "更多报道", "热门文章", "热点新闻", "热门新闻", "最新文章", "最新发布", "最近发表", "近期文章", "今日热点", "24小时热门", "热新闻", "热榜", "热门排行", "阅读排行",
            "阅读排行榜", "点击排行", "点击排行榜", "排行榜", "推荐内容", "推荐文章", "精选文章", "精选专题", "图片新闻", "友情链接", "编辑推荐", "热帖", "热词", "标签列表", "最新回复", "作者最新文章", "大家都在看", "你可能还喜欢", "看完这篇还看了", "特别推荐", "推荐图集", "专题推荐", "栏目导航", "新闻排行", "一周热点", "时报观察",
            "相關新聞", "延伸閱讀", "熱門新聞", "推薦閱讀", "留言", "最新留言", "精选留言", "下一篇", "上一篇", "阅读下一篇", "相关稿件推荐", "热点推荐", "热门话题", "相关话题", "网友热评", "评论精选",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Invitations = ["本文来自", "本文转自", "本文转载", "本文首发", "本文原载", "更多原创资讯", "欢迎关注", "长按识别", "长按二维码", "扫描下方", "扫描二维码", "扫描上方", "点击下方", "点击上方", "想了解更多", "如需转载", "版权归原作者", "来源丨", "内容来源"];

    private static readonly string[] Statements = ["特别声明", "免责声明", "【免责声明", "（免责声明", "郑重声明", "版权声明", "【版权声明", "声明：", "声明:", "版权说明", "Notice: The content above", "风险提示：", "本网站登载此文", "凡本网", "凡注明", "凡来源", "本文仅代表", "以上内容（", "以上内容(", "“特别声明", "\"特别声明", "文章提及内容仅供参考"];

    private static readonly string[] Labels = ["来源", "作者", "发布时间", "发布日期", "时间：", "时间:", "日期：", "浏览", "点击", "阅读", "字体", "字号", "编辑", "打印", "分享", "记者：", "发布者", "发布人", "访问量", "发布机构", "稿源", "信息来源", "摄影：", "办理状态", "来信时间"];

    private static readonly SearchValues<string> Rights = SearchValues.Create(["未经授权", "不得转载", "转载请", "报料：", "热线：", "未经许可", "謝絕轉載"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Feet = SearchValues.Create(
        ["版权所有", "版權所有", "ICP备", "ICP证", "icp备", "公网安备", "许可证", "All Rights Reserved", "All rights reserved", "Copyright", "技术支持", "网站标识码", "主办单位", "承办单位", "联系电话：", "违法和不良信息", "不得复制或建立镜像", "未经书面授权", "网站地图", "备案号", "备案序号", "邮编：", "电话：0", "Processed in", "Powered by", "建议使用", "广告经营"],
        StringComparison.Ordinal);

    /// <summary>True for a line of the page's foot: rights, licence, address of the owner.</summary>
    internal static bool IsFoot(ReadOnlySpan<char> line) => line.Length <= 300 && line.ContainsAny(Feet);

    /// <summary>True for the heading of what follows an article: comments, related reading, ranking lists.</summary>
    internal static bool IsSection(ReadOnlySpan<char> heading) => Sections.GetAlternateLookup<ReadOnlySpan<char>>().Contains(heading.TrimEnd(['：', ':', '>', '»', '·', ' ', '|']));

    /// <summary>True for a statement of rights and liabilities.</summary>
    internal static bool IsStatement(ReadOnlySpan<char> line)
    {
        if (line.Length > 400)
        {
            return false;
        }

        return StartsWithAny(line, Statements) || line.Length < 60 && line.ContainsAny(Rights);
    }

    /// <summary>True for a short line made of labels and a time: «2026-11-24 10:20 来源：… 浏览：12».</summary>
    internal static bool IsByline(string line) =>
        line.Length < 100 && !line.Contains('。') && !line.Contains('，') && !line.Contains('？') && !line.Contains('！')
        && (HasClock(line) || (line[0] == '《' && line.Contains('版') && line.AsSpan().ContainsAnyInRange('0', '9')) || CountLabels(line) >= 2 || (CountLabels(line) == 1 && (line.Length < 30 || char.IsAsciiDigit(line[0]))) || IsTime(line));

    /// <summary>True for a line that comes after an article: editor, rights, related links, share buttons.</summary>
    internal static bool IsEnding(string line)
    {
        if (IsStatement(line))
        {
            return true;
        }

        if (line.Length > MaxEnding)
        {
            return false;
        }

        var start = line.AsSpan().TrimStart(Openers);
        if (start.Length == 0)
        {
            return true;
        }

        if (line.Length < 100 && StartsWithAny(start, Invitations))
        {
            return true;
        }

        foreach (var ending in EndingStarts.Contains(start[0]) ? Endings : [])
        {
            if (start.StartsWith(ending, StringComparison.Ordinal) && Fits(start, ending.Length))
            {
                return true;
            }
        }

        return IsByline(line) || IsFoot(line) || IsReturn(line);
    }

    /// <summary>True for the words of a button or switch.</summary>
    internal static bool IsButton(string line) => line.Length <= 24 && (Buttons.Contains(line) || line.Contains("字体：", StringComparison.Ordinal) || line.Contains("字号：", StringComparison.Ordinal));

    /// <summary>True for a bare count, and for the numbers of a pager.</summary>
    internal static bool IsCounter(string line) => line.Length <= 40 && IsNumbers(line);

    /// <summary>True for «（原标题：…）», which stands before the text.</summary>
    internal static bool IsFormerTitle(string line) => line.Length < 120 && line.AsSpan().TrimStart(Openers).StartsWith("原标题", StringComparison.Ordinal);

    /// <summary>
    /// A line that only begins with such a word (编辑都核实过吗？ 关闭矿山12处) is the article's own: behind a short word a colon, bar, bracket or space must
    /// stand, behind a longer one little more.
    /// </summary>
    private static bool Fits(ReadOnlySpan<char> line, int length)
    {
        var rest = line[length..];
        if (rest.Length == 0 || "：:|丨｜/／-—_）)】]>＞》·　 、".Contains(rest[0]))
        {
            return true;
        }

        if (length < LongWord)
        {
            return rest.Length <= 60 && rest.IndexOfAny('：', ':') is >= 0 and <= 2;
        }

        return (rest.Length <= 12 && !rest.ContainsAny('，', '。', '！')) || (rest.Length <= 60 && rest.IndexOfAny('：', ':') is >= 0 and <= 8 && !rest.Contains('。'));
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReturn(string line) => line.Length < 24 && line.StartsWith("返回", StringComparison.Ordinal) || line.EndsWith("查看更多", StringComparison.Ordinal) && line.Length < 24;

    private static bool IsTime(string line)
    {
        if (line.Length is < 8 or > 28)
        {
            return false;
        }

        foreach (var c in line)
        {
            if (!char.IsAsciiDigit(c) && !"-/: 年月日时分秒.星期一二三四五六日（）()".Contains(c))
            {
                return false;
            }
        }

        return char.IsAsciiDigit(line[0]) && (line.Contains(':') || line.Contains('-'));
    }

    private static bool IsNumbers(string line)
    {
        foreach (var c in line)
        {
            if (!char.IsAsciiDigit(c) && c is not ('【' or '】' or '[' or ']' or ' ' or '|' or '<' or '>' or '«' or '»' or '(' or ')'))
            {
                return false;
            }
        }

        return line.Length < 5 || line[0] is '【' or '[' or '<' or '«';
    }

    /// <summary>True for a short line with a date and a clock in it.</summary>
    private static bool HasClock(string line)
    {
        var colon = line.IndexOf(':');
        return line.Length < 48 && colon is > 8 && colon + 2 < line.Length && char.IsAsciiDigit(line[colon - 1]) && char.IsAsciiDigit(line[colon + 1]) && char.IsAsciiDigit(line[colon + 2]) && line.AsSpan(0, colon).ContainsAny("-/.年月");
    }

    private static int CountLabels(string line)
    {
        var count = 0;
        foreach (var label in Labels)
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            count += at >= 0 && IsLabel(line, label, at + label.Length) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A label has its value behind it; «打印» and «分享» stand alone. In a sentence neither is so.</summary>
    private static bool IsLabel(string line, string label, int behind) =>
        label[^1] is '：' or ':' || behind >= line.Length || line[behind] is '：' or ':' or '次' or '量' or '数' or '【' or '[' or '(' or '（' or ' ' or '　' or '】' or ']' or '于' or '至' or '到' or '大' || char.IsAsciiDigit(line[behind]);
}
