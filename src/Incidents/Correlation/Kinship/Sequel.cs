using System.Globalization;
using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Tells what came of a matter from what has just happened: a judgement or an answer needs nobody woken, another landslide does.</summary>
internal static partial class Sequel
{
    private const int Recent = 4;

    /// <summary>Says whether a text tells what came of something, and nothing that happened today or last night.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">When it was published.</param>
    public static bool Is(string text, DateTimeOffset at) => Outcome().IsMatch(text) && !Event().IsMatch(Night().Replace(text, match => IsPast(match, at) ? "" : match.Value));

    /// <summary>「3月1日凌晨」 in a text of May is past.</summary>
    private static bool IsPast(Match match, DateTimeOffset at)
    {
        var day = (int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) * 31) + int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        return Math.Abs((at.Month * 31) + at.Day - day) > Recent;
    }

    // Not \d: it takes the digits of every script, 3 in full width among them, and int.Parse none but ours.
    [GeneratedRegex(@"(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日凌晨", RegexOptions.None, 1000)]
    private static partial Regex Night();

    [GeneratedRegex(@"经查|经核查|经核实|经调查|已查实|通报|回复|答复|问责|处分|免职|停职|撤职|被查|审查调查|留置|双开|获刑|判处|判决|宣判|一审|二审|受审|庭审|公诉|移送|立案|刑拘|追缴|退还|退回|清退|获赔|赔付|整改|复绿|复垦|修复|封顶|追踪|后续|曾报道|此前报道|回访|落网|抓获|审讯", RegexOptions.None, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"今天|今早|今晨|今晚|今日|刚刚|刚才|昨天|昨晚|昨夜|昨日|前天|凌晨|正在(?:救|抢|搜)|现场救援|失联|被埋|被困|又(?:塌|垮|滑|死|打|拆|埋)", RegexOptions.None, 1000)]
    private static partial Regex Event();
}
