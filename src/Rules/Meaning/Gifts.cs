using System.Buffers;
using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds what someone in office is told to have taken: 工作人员收了我丈夫两条烟, 所长拿了我五千块, and 塞了六百块. Fees and prices are none.</summary>
/// <remarks>Every part is bounded, so the time is linear in the text.</remarks>
internal static partial class Gifts
{
    private const int PatternMilliseconds = 10_000;

    /// <summary>Cigarettes by the carton, or money from a hundred up; not 十几块水泥板, nor the eighty of a lawful fee.</summary>
    private const string Presents = "(?:(?:[0-9]{1,3}|[一二两三四五六七八九十几]{1,2})条|(?:[0-9]{3,6}|[一二两三四五六七八九十几]{0,2}[百千万][一二两三四五六七八九十几百千]{0,3})(?:多|余|来)?(?:元|块|万|千)(?!砖|石|板|瓦|地|田))";

    private static readonly SearchValues<string> Officials = SearchValues.Create(
        ["干部", "窗口", "工作人员", "所长", "局长", "科长", "股长", "队长", "主任", "书记", "镇长", "村长", "组长", "办证的", "国土所", "拆迁办", "执法队", "测绘员", "会计", "领导"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Dues = SearchValues.Create(["费", "税", "款", "定金", "押金", "租", "工本", "票"], StringComparison.Ordinal);

    /// <summary>What shows that a payment was receipted, or that a present went the other way.</summary>
    private static readonly SearchValues<string> Innocent = SearchValues.Create(
        ["收据", "发票", "票据", "收费标准", "工本", "慰问", "看望", "走访", "送温暖", "帮扶", "退还", "退回", "退给", "拒收"], StringComparison.Ordinal);

    /// <summary>What a payment without a named taker brought about.</summary>
    private static readonly SearchValues<string> Outcomes = SearchValues.Create(["就", "才", "马上", "第二天", "当天"], StringComparison.Ordinal);

    private static readonly Needed Needed = new("收要拿索塞烟酒", "现金", "红包");

    /// <summary>The places, at most 16.</summary>
    public static List<(int Start, int End)> Find(Reading reading)
    {
        var text = reading.Text.Span;
        var places = Places.List(text, Needed, Taken());
        _ = places.RemoveAll(place => !IsTakenInOffice(reading, place));
        return places;
    }

    private static bool IsTakenInOffice(Reading reading, (int Start, int End) place)
    {
        var (start, end) = reading.Clause(place.Start, place.End);
        var (first, last) = reading.Sentence(place.Start, place.End);
        var text = reading.Text.Span;
        var taken = text[first..place.End].ContainsAny(Officials) || (text[place.Start] == '塞' && text[place.End..last].ContainsAny(Outcomes));
        return taken && !text[start..end].ContainsAny(Dues) && !text[first..last].ContainsAny(Innocent);
    }

    [GeneratedRegex("(?:塞(?:了|给|过)|(?:收|要|拿|索)(?:了|走|走了|去|去了)(?:我|俺|他|她|人家|老板|村民|业主))[^,。!?;\n]{0,8}?" + Presents + "|(?:给|送)(?:了|过)?(?:他|她|所长|局长|主任|书记|镇长|领导)[^,。!?;\n]{0,6}?(?:[0-9]{1,6}|[一二两三四五六七八九十几百千万]{1,4})(?:[万千百0-9一二两三四五六七八九十多余]{0,4})(?:条|元|块|瓶)[^,。!?;\n]{0,3}?(?:现金|红包|烟|酒)|(?:收|拿)了(?:我|俺|人家|老板|村民)(?:们)?的?钱", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Taken();
}
