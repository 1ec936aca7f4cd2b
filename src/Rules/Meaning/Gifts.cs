using System.Buffers;
using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds what someone in office is told to have taken: 工作人员收了我丈夫两条烟, 所长拿了我五千块, and 塞了六百块. Fees and prices are none.</summary>
/// <remarks>Every part is bounded, so the time is linear in the text.</remarks>
internal static partial class Gifts
{
    private const int PatternMilliseconds = 10_000;

    private static readonly SearchValues<string> Officials = SearchValues.Create(
        ["干部", "窗口", "工作人员", "所长", "局长", "科长", "股长", "队长", "主任", "书记", "镇长", "村长", "组长", "办证的", "国土所", "拆迁办", "执法队", "测绘员", "会计"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Dues = SearchValues.Create(["费", "税", "款", "定金", "押金", "租", "工本", "票"], StringComparison.Ordinal);
    private static readonly Needed Needed = new("收要拿索塞", "收了", "塞了", "现金", "红包", "条烟", "瓶酒");

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
        var first = reading.Sentence(place.Start, place.End).Start;
        var text = reading.Text.Span;
        return (text[place.Start] == '塞' || text[first..place.Start].ContainsAny(Officials)) && !text[start..end].ContainsAny(Dues);
    }

    [GeneratedRegex("(?:塞(?:了|给|过)|(?:收|要|拿|索)(?:了|走|走了|去|去了)(?:我|俺|他|她|人家|老板|村民|业主))[^,。!?;\n]{0,8}?(?:[0-9]{1,6}|[一二两三四五六七八九十几百千万]{1,4})(?:多|余|来)?(?:条|元|块|万|千)|(?:给|送)(?:了|过)?(?:他|她|所长|局长|主任|书记|镇长|领导)[^,。!?;\n]{0,6}?(?:[0-9]{1,6}|[一二两三四五六七八九十几百千万]{1,4})(?:[万千百0-9一二两三四五六七八九十多余]{0,4})(?:条|元|块|瓶)[^,。!?;\n]{0,3}?(?:现金|红包|烟|酒)|(?:收|拿)了(?:我|俺|人家|老板|村民)(?:们)?的?钱", RegexOptions.CultureInvariant, PatternMilliseconds)]
    private static partial Regex Taken();
}
