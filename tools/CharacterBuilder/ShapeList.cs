namespace OpinionWatch.CharacterBuilder;

/// <summary>Characters that look alike: those that differ in their radical only (地, 他, 池), and pairs known for it (土, 士).</summary>
internal static class ShapeList
{
    private const string Leading = "氵扌亻讠钅忄阝艹犭饣纟衤礻木土口女王石火禾米虫足⻊车马日月目贝山竹⺮疒广宀穴辶尸厂户门弓巾彳立耳舟鱼革雨酉牜歹罒";
    private const string Trailing = "刂阝页攵力鸟隹欠斤戈殳心灬皿土寸又见贝";

    private static readonly string[] Pairs =
    [
        "土士上工", "拆折析", "采釆菜", "贪贫", "末未", "己已巳", "日曰目", "人入八", "干千于", "田由甲申", "官宫", "局届", "占古", "国囯囸圀", "天夭夫", "大太犬", "王玉主壬", "木本术", "刀力刃", "问间闷", "户尸",
        "戊戌戍", "乌鸟", "今令", "免兔", "矢失", "贷货", "侯候", "治冶", "崇祟", "徒徙", "拨拔", "爪瓜", "密蜜", "仓仑", "哀衷衰", "遣遗", "遂逐", "早旱", "盲肓", "代伐", "厉历", "斥斤", "毁毇", "灾灭", "农衣", "埋理", "卖买",
        "死列", "冒昌", "暴瀑", "违达", "迁辽迂", "建律", "征徵", "强弪", "基墓", "石右", "民氏", "毛手", "牛午", "风凤", "白自", "内肉", "见贝", "处外", "头买", "厂广", "车东", "几九", "万方", "丁亍", "云去", "五王", "井并", "戈弋",
        "开井", "坏环", "卫工", "乡多", "书节", "义叉", "书专", "办为", "化华", "正止", "平乎", "生主", "用甩", "甲申", "电申", "石后", "矿旷", "夺夲", "安宴", "宅它", "老考", "地他", "存在", "有冇", "防访", "约钓", "收牧", "农浓", "场汤",
        "证征", "抢枪", "材村", "杆杠", "狠狼", "陪赔", "洒酒", "准淮", "凉晾", "堵赌", "偿尝", "裁栽", "拴栓", "掠惊", "拖施", "塌蹋", "款疑", "滑猾", "毁殴", "赂路", "霸灞", "察祭", "群郡", "辱唇", "暂哲", "墙檣", "墟虚",
    ];

    /// <summary>Groups of characters of which any two look alike, each closed by a NUL.</summary>
    public static string Build(DecompositionTable table, IReadOnlySet<char> characters) =>
        string.Concat(characters.GroupBy(c => SkeletonOf(table, c.ToString()), StringComparer.Ordinal).Select(group => string.Concat(group.Order()))
            .Concat(Pairs.Select(pair => string.Concat(pair.Order())))
            .Where(group => group.Length > 1).Order(StringComparer.Ordinal).Select(group => group + '\0'));

    private static string SkeletonOf(DecompositionTable table, string whole) => table.Find(whole) switch
    {
        ({ } kind, [var first, var second]) when kind[0] is 'a' or 'd' or 's' && Leading.Contains(first) => second,
        ({ } kind, [var first, var second]) when kind[0] is 'a' or 'd' or 's' && Trailing.Contains(second) => first,
        _ => whole,
    };
}
