namespace OpinionWatch.CharacterBuilder;

/// <summary>Radicals that are typed in several ways: 扌 as 手 or 才, 讠 as 言.</summary>
internal static class RadicalSpellings
{
    private static readonly string[] Groups =
    [
        "扌手才", "氵水", "亻人", "讠言訁", "钅金釒", "忄心", "阝耳阜邑", "艹草艸", "犭犬", "饣食飠", "纟糸糹丝", "衤衣", "礻示", "刂刀", "辶走之", "牜牛", "⻊足", "灬火", "王玉", "⺮竹", "爫爪", "攵文", "囗口",
    ];

    /// <summary>Each spelling with the first of its group.</summary>
    public static string Pairs() => ImageBuilder.Join(Groups.SelectMany(group => group[1..].Select(c => (c, group[0]))));

    /// <summary>The first spelling of a part.</summary>
    public static string Usual(string part)
    {
        foreach (var group in Groups)
        {
            if (part.Length == 1 && group.Contains(part[0]))
            {
                return group[..1];
            }
        }

        return part;
    }
}
