using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Reads out of a text what tells one matter from a look-alike: villages, estates, works; numbers and amounts; days.</summary>
/// <remarks>
/// Works without segmentation: a place is the two letters before a word such as 村, with that word. In a reprint the same letters stand before it, and of two tellings of one
/// matter both usually name the place in full.
/// </remarks>
internal static partial class MatterMarks
{
    /// <summary>Lists exact places: a village, group, estate, pit, works, road or school.</summary>
    public static IEnumerable<string> Places(string text) => Exact().Matches(text)
        .Where(match => !NoName.Contains(match.Groups["name"].Value[^1]) && !NoPlace.Contains(match.Value))
        .Select(match => match.Value)
        .Concat(Groups().Matches(text).Select(match => match.Value));

    /// <summary>Lists groups of a village, buildings, stages: 四组, 3栋.</summary>
    public static IEnumerable<string> GroupsOf(string text) => Groups().Matches(text).Select(match => match.Value);

    /// <summary>Lists towns and streets (镇、乡、街道).</summary>
    public static IEnumerable<string> Towns(string text) => Town().Matches(text)
        .Where(match => !NoName.Contains(match.Groups["name"].Value[^1]))
        .Select(match => match.Value);

    /// <summary>Lists numbers: runs of digits, and Chinese numerals before a unit.</summary>
    public static IEnumerable<string> Numbers(string text) => Digits().Matches(text).Concat(Numerals().Matches(text)).Select(match => match.Value);

    /// <summary>Lists days named as month and day.</summary>
    public static IEnumerable<string> Days(string text) => Day().Matches(text).Select(match => $"{match.Groups["month"].Value}/{match.Groups["day"].Value}");

    // What stands before 村 or 镇 in common words: 我们村, 全村, 农村, 乡镇.
    private const string NoName = "民们我咱俺你他她全本该农乡各每某邻外同此这那哪个的了是在到出进回下驻与和及城一二三四五六七八九十两几整";

    private static readonly HashSet<string> NoPlace = ["中小学", "建设工程有限公司", "村村"];

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2})(?:村|社区|小区|花园|家园|公寓|新城|华府|名苑|雅苑|广场|大道|东路|西路|南路|北路|中路|砂场|沙场|石场|矿业|煤矿|锑矿|金矿|石矿|矿山|水库|工业园|产业园|小学|中学|砖厂|码头|项目部|安置区)", RegexOptions.None, 1000)]
    private static partial Regex Exact();

    [GeneratedRegex(@"[一二三四五六七八九十\d]{1,3}(?:村民小组|组|队|栋|期|号楼|标段)", RegexOptions.None, 1000)]
    private static partial Regex Groups();

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2})(?:镇|乡|街道)", RegexOptions.None, 1000)]
    private static partial Regex Town();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[零一二三四五六七八九十百千两]+(?=[月日号户亩人元万栋名])", RegexOptions.None, 1000)]
    private static partial Regex Numerals();

    [GeneratedRegex(@"(?<month>\d{1,2})月(?<day>\d{1,2})[日号]", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
