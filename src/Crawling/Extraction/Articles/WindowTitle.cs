using System.Text;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Works on the window's title: headline, channel and site in one line, parted by one of many marks.</summary>
internal static class WindowTitle
{
    private const int MaxSiteName = 24;
    private const string Marks = "_|-–—·»>›/:：【[《(（,，";

    private static readonly string[] SiteWords =
        ["网", "報", "报", "新闻", "頻道", "频道", "论坛", "政府", "局", "委员会", "站", "在线", "中心", "门户", "社区", "博客", "资讯", "手机版", "Powered", "快讯", "热线", "头条", "融媒", "传媒", "发布", "学院", "大学", "公司", "集团", "官网", "首页", "专栏", "The Paper", "News", "news", ".com", ".cn", "电视台", "广播", "平台", "客户端", "观察"];

    /// <summary>Leaves out white space.</summary>
    internal static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                squeezed.Append(c);
            }
        }

        return squeezed.ToString();
    }

    /// <summary>True when <paramref name="text"/> begins or ends the title, or stands in it between two marks. All without white space.</summary>
    /// <param name="title">The window's title.</param>
    /// <param name="text">What may be the headline.</param>
    /// <param name="strict">Whether what is around it must be a mark; else a headline that only begins the title is enough.</param>
    internal static bool Holds(string title, string text, bool strict)
    {
        var at = text.Length == 0 || text.Length > title.Length ? -1 : title.IndexOf(text, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var end = at + text.Length;
        var startsWell = at == 0 || (text.Length >= 6 && Marks.Contains(title[at - 1]));
        var endsWell = end == title.Length || Marks.Contains(title[end]);
        return startsWell && (endsWell || (!strict && at == 0)) || (text.Length >= 8 && end == title.Length);
    }

    /// <summary>True when the title's first part is a headline cut short: «很长的标题…_站名».</summary>
    internal static bool IsCut(string title, string heading)
    {
        var end = title.IndexOf('…', StringComparison.Ordinal);
        end = end < 0 ? title.IndexOf("...", StringComparison.Ordinal) : end;
        return end >= 8 && heading.Length > end && heading.StartsWith(title[..end], StringComparison.Ordinal);
    }

    /// <summary>True when a text is more likely the name of a site or channel than a headline.</summary>
    internal static bool IsSite(string text)
    {
        if (text.Length > MaxSiteName)
        {
            return false;
        }

        foreach (var word in SiteWords)
        {
            if (text.EndsWith(word, StringComparison.Ordinal) || (word.Length > 2 && text.Contains(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts «_频道_站名», « - 站名» and « | 站名» off. A hyphen parts site and headline only when what follows looks like a site: headlines have hyphens too.</summary>
    /// <param name="title">The title.</param>
    /// <param name="facts">What the page says of its site; null when unknown.</param>
    internal static string WithoutSite(string title, PageFacts? facts)
    {
        var left = title.Trim();
        foreach (var mark in (ReadOnlySpan<string>)["_", " | ", "|", "｜"])
        {
            var at = left.IndexOf(mark, StringComparison.Ordinal);
            var isColumn = mark is not "_" && at < 6;
            if (at >= 4 && !isColumn)
            {
                left = left[..at].Trim();
            }
        }

        var names = new[] { facts?.Meta("og:site_name"), facts?.Meta("sitename"), facts?.Meta("application-name") };
        for (var cut = 0; cut < 4; cut++)
        {
            var at = left.LastIndexOfAny(['-', '–', '—']);
            var tail = at < 0 ? "" : left[(at + 1)..].Trim();
            var spaced = at > 0 && left[at - 1] == ' ';
            if (at < 4 || tail.Length > MaxSiteName || !(IsSite(tail) || names.Contains(tail) || (spaced && tail.Length <= 10) || tail.Length == 0))
            {
                break;
            }

            left = left[..at].TrimEnd(' ', '-', '–', '—');
        }

        return left.Length == 0 ? title.Trim() : left;
    }
}
