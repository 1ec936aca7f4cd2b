using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds a counted crowd that blocks or besieges: 三百村民堵高速, 二百多人围在征地办门口.</summary>
/// <remarks>Every part is bounded, so the time is linear in the text.</remarks>
internal static partial class Crowds
{
    private const int PatternMilliseconds = 10_000;
    private const int Reach = 40;
    private static readonly string[] Holding = ["不让走", "不准走", "不让离开", "不放人", "不放行", "扣人", "扣住", "僵持", "打起来", "动起手"];

    // Each branch of the pattern holds one of these.
    private static readonly Needed Needed = new("堵门", "围在", "围住", "围着", "围了", "围攻", "拦住", "抗议", "静坐", "不散");

    /// <summary>The places, at most 16.</summary>
    public static List<(int Start, int End)> Find(ReadOnlySpan<char> text) => Places.List(text, Needed, Blocking());

    /// <summary>Whether the crowd is told, soon after, to hold someone or to come to blows.</summary>
    public static bool Holds(ReadOnlySpan<char> text, int end)
    {
        var after = text.Slice(end, Math.Min(Reach, text.Length - end));
        foreach (var word in Holding)
        {
            if (after.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("(?:(?:[0-9]{2,5}|[一二两三四五六七八九几数上好近]{1,2}[十百千])(?:余|多|来)?(?:号|名|个|位)?(?:人|村民|业主|群众|居民|老百姓|乡亲|农民|农户)[^。!?;\n]{0,12}?(?:围在|围住|围着|围了|围堵|围攻|堵|拦住|抗议|静坐|不散|(?:[坐站跪守聚挤]{1,2}在?[^,。!?;\n]{1,10}门口(?![^,。!?;\n]{0,6}(?:排队|领|办|等着办|买|跳|接|拿|签|参加|合影|参观|看))|在[^,。!?;\n]{1,10}门口[^,。!?;\n]{0,6}(?:讨|要说法|要个说法|喊|拉横幅|拉起横幅|举牌|不走|维权)))|(?:村民|业主|群众|居民|老百姓|乡亲|家属)(?:们)?(?:把[^,。!?;\n]{1,10})?(?:围住|围着|围了|围攻))(?!看|观|听)", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Blocking();
}
