namespace OpinionWatch.Rules.Lexicons;

/// <summary>One line of <c>config/lexicon/*.csv</c> (词条).</summary>
public sealed record LexiconEntry
{
    /// <summary>词条: the words looked for.</summary>
    public required string Term { get; init; }

    /// <summary>类别: e.g. 行为, 后果, 对象, 地域, 地址, 宣传; what each means for grading stands in <c>config/grading.yaml</c>.</summary>
    public required string Category { get; init; }

    /// <summary>分值: points it adds; 0 when the column is empty.</summary>
    public int Points { get; init; }

    /// <summary>匹配: where it counts. Default 任意.</summary>
    public TermMatch Match { get; init; } = TermMatch.Anywhere;

    /// <summary>匹配: which other spellings count. Default: as the category has it.</summary>
    public TermVariants Variants { get; init; }

    /// <summary>排除: contexts in which it does not count, separated by | in the file, e.g. 湖南县级.</summary>
    public IReadOnlyList<string> Exclusions { get; init; } = [];

    /// <summary>备注: for people.</summary>
    public string? Note { get; init; }
}
