using System.Buffers;
using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds people counted as dead or missing: 埋了一家三口, 五个人没上来, 2死3伤.</summary>
/// <remarks>Every part is bounded, so the time is linear in the text.</remarks>
internal static partial class Casualties
{
    private const int PatternMilliseconds = 10_000;
    private const int PerilReach = 40;
    private const string Number = "(?:[0-9]{1,4}|[一二三四五六七八九十几两数]{1,3})";
    private const string Persons = "(?:多|余)?(?:个|名|位)?(?:人|工人|矿工|村民|民工|工友|老人|老奶奶|老爷爷|小孩|孩子|学生|乘客|司机|妇女|群众|家[三四五六]口|家人|家老小|口人)";
    private const string Households = "(?:多|余)?(?:户人家|户人|户)";

    /// <summary>What is said of people alone; 没了, 找不到, 被压 are said of money and papers too.</summary>
    private const string Missing = "(?:没有升井|没升井|未升井|没能升井|未能升井|没气|没救|没上来|没出来|没下来|没有上来|没有出来|没挖出|没跑出|没逃出|没能出来|没有挖出|没救出|被埋|被困|被冲走|被卷走|生死不明|联系不上|失去联系|冇出来|冇上来|冇有出来)";

    private const string Lost = "(?:" + Missing + "|没找到|没有找到|找不到|被压|没了)";

    // Each branch of the pattern holds one of these.
    private static readonly Needed Needed = new("埋压困死", "升井", "下去", "下井", "冲走", "卷走", "砸中", "砸到", "没气", "没救", "没上来", "没出来", "没下来", "没找到", "没有找到", "没有上来", "没有出来", "没挖出", "没跑出", "没逃出", "没能出来", "没有挖出", "冇出来", "冇上来", "冇有出来", "没救出", "找不到", "联系不上", "失去联系", "没了");

    // The same of who is still inside.
    private static readonly Needed NeededInside = new("", "出来", "上来", "救出", "跑出", "逃出");

    /// <summary>What keeps people inside for good. Whoever only hides in a house comes out again.</summary>
    private static readonly SearchValues<string> Perils = SearchValues.Create(
        ["塌", "埋", "垮", "滑坡", "泥石流", "冒顶", "透水", "涌水", "坍", "崩", "爆炸", "山洪", "冲走"], StringComparison.Ordinal);

    /// <summary>The places.</summary>
    public static List<(int Start, int End)> Find(ReadOnlySpan<char> text)
    {
        var places = Places.List(text, Needed, Lines());
        foreach (var (start, end) in Places.List(text, NeededInside, Inside()))
        {
            if (text[Math.Max(0, start - PerilReach)..Math.Min(text.Length, end + PerilReach)].ContainsAny(Perils))
            {
                places.Add((start, end));
            }
        }

        return places;
    }

    [GeneratedRegex("(?:埋进去|掩埋|活埋|埋|冲走|卷走|困)(?:了|住|住了|着)?" + Number + Households + "|" + Number + Households + "(?:至今|到现在|现在|都|还|也|全部|全)?" + Missing + "|(?:埋进去|埋|压|冲走|卷走|困|砸中|砸到|掩埋|活埋)(?:了|住|住了|着)?" + Number + Persons + "|" + Number + Persons + "[^,。!?;\n的]{0,5}" + Lost + "|[\\u4e00-\\u9fff]家[一两二三四五六七八九十]口[^,。!?;\n的]{0,5}" + Missing + "|" + Number + "(?:个|名)?人?下(?:去|井)了?,(?:只|才)?(?:上来|出来|救上来)了?" + Number + "|(?:老两口|两口子|一家人|全家)[^,。!?;\n]{0,4}" + Lost + "|(?<![第九])" + Number + "死(?=[0-9一二三四五六七八九十两多几]{1,3}伤|[,。!;\n的]|$)|死(?:了|亡)?" + Number + "(?:个|名)?人", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Lines();

    [GeneratedRegex("(?:公公|婆婆|爷爷|奶奶|嗲嗲|娭毑|爸|妈|爹|娘|老公|老婆|堂客|孩子|伢子|妹子|父亲|母亲|叔|伯|邻居|工友|师傅|人)[^,。!?;\\n]{0,4}(?:里面|屋里|下面|底下|洞里|井下|井里)[^,。!?;\\n]{0,2}(?:没|冇)有?(?:出来|上来|救出|跑出|逃出)", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Inside();
}
