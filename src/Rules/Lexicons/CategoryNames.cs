namespace OpinionWatch.Rules.Lexicons;

/// <summary>The names of the categories (类别) the engine knows, for those who check a lexicon before the engine gets it.</summary>
public static class CategoryNames
{
    /// <summary>All names, in the order of their table; what stands after a slash (行为/矿产资源) is a topic and no part of the name.</summary>
    public static IReadOnlyCollection<string> All { get; } =
    [
        "行为", "事项", "灾害", "对象", "机构", "死亡", "受伤", "转移", "后果", "暴力", "群体", "上访", "规模", "大面积", "贪腐", "作风", "诉求", "曝光",
        "咨询", "建议", "表扬", "宣传", "整治", "否定", "辟谣", "条件", "疑问", "演练", "人称", "称呼", "央媒", "省媒", "地址", "他义", "地域", "外地",
    ];
}
