using System.Text;
using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Reduces a text to what stays the same when it is reprinted: no source and editor lines, no reprint marks, no links, no punctuation, no width or case.</summary>
public static partial class CorrelationText
{
    /// <summary>Characters of a text that are looked at; what follows is ignored.</summary>
    public const int Limit = 20_000;

    private const int LineLimit = 60;

    /// <summary>Gives the letters and digits of a text, half width and lower case, without what reprinting adds.</summary>
    public static string Reduce(string text)
    {
        var cut = text.Length > Limit ? text[..Limit] : text;
        var all = LettersOf(cut);
        var own = LettersOf(Strip(cut));

        // A text that seems to be all dressing is taken as it is.
        return own.Length * 3 >= all.Length ? own : all;
    }

    /// <summary>Gives the letters and digits of a text, half width and lower case.</summary>
    public static string LettersOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            if (Rune.IsLetterOrDigit(folded))
            {
                letters.Append(Rune.ToLowerInvariant(folded).ToString());
            }
        }

        return letters.ToString();
    }

    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var line in Leader().Replace(text, "").Split('\n'))
        {
            if (line.Length > LineLimit || !Dressing().IsMatch(line))
            {
                kept.Append(line).Append('\n');
            }
        }

        var own = Links().Replace(kept.ToString(), " ");
        own = ReprintMark().Replace(own, "");
        return Trailer().Replace(own, "");
    }

    [GeneratedRegex(@"^[\p{P}\p{Z}]*(?:(?:文章|本文|信息|稿件|新闻|图片)?(?:来源|出处|作者|记者|通讯员|编辑|责编|责任编辑|值班编辑|美编|审核|校对|一审|二审|三审|初审|复审|终审|监制|统筹|发布时间|发表时间|发布日期|时间|日期|阅读|浏览|浏览量|点击|点击量|转载)\p{Z}*[:\uFF1A丨|\uFF5C/\uFF0F]|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\p{Z}*(?:\d{1,2}[:\uFF1A]\d{2}(?:[:\uFF1A]\d{2})?)?\p{Z}*(?:$|来源|作者|编辑|责编|阅读|浏览|点击)|转载自|转自|转发自|原标题|原文链接|阅读原文|版权声明|免责声明|扫码关注|扫一扫)", RegexOptions.None, 1000)]
    private static partial Regex Dressing();

    [GeneratedRegex(@"https?://[!-~]+", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^[\p{P}\p{Z}\s]*(?:转载|转发|转帖|转贴|转|搬运|扩散|求扩散|帮转|帮忙转发)[\p{P}\p{Z}\s]+", RegexOptions.None, 1000)]
    private static partial Regex ReprintMark();

    [GeneratedRegex(@"^\s*[(\uFF08【\[][^()\uFF08\uFF09【】\[\]]{0,40}(?:来源|转自|转载|编辑|责编|记者|作者|通讯员)[^()\uFF08\uFF09【】\[\]]{0,40}[)\uFF09】\]]", RegexOptions.None, 1000)]
    private static partial Regex Leader();

    [GeneratedRegex(@"[(\uFF08【\[](?:[^()\uFF08\uFF09【】\[\]]{0,40}(?:来源|转自|转载|编辑|责编|记者|作者|通讯员)[^()\uFF08\uFF09【】\[\]]{0,40}|\p{Z}*\d{1,6}\p{Z}*)[)\uFF09】\]]\s*$", RegexOptions.None, 1000)]
    private static partial Regex Trailer();
}
