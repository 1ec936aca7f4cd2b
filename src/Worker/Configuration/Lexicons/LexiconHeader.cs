namespace OpinionWatch.Worker.Configuration.Lexicons;

/// <summary>Which column of a lexicon file is which.</summary>
/// <param name="Term">Index of 词条.</param>
/// <param name="Category">Index of 类别.</param>
/// <param name="Points">Index of 分值; null when the file has none.</param>
/// <param name="Match">Index of 匹配; null when the file has none.</param>
/// <param name="Exclusions">Index of 排除; null when the file has none.</param>
/// <param name="Note">Index of 备注; null when the file has none.</param>
/// <param name="Width">Count of columns.</param>
internal sealed record LexiconHeader(int Term, int Category, int? Points, int? Match, int? Exclusions, int? Note, int Width)
{
    /// <summary>All columns there are, in the usual order.</summary>
    public static readonly string[] Columns = ["词条", "类别", "分值", "匹配", "排除", "备注"];

    /// <summary>Reads the header's fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="fault">Told the field's index and what is wrong.</param>
    /// <returns>Null when the lines below cannot be read by it.</returns>
    public static LexiconHeader? Read(IReadOnlyList<string> fields, Action<int, string> fault)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            var name = fields[i].Trim();
            if (name.Length > 0 && !Columns.Contains(name))
            {
                fault(i, $"'{Yaml.Shown.Of(name)}' is no column; allowed: {string.Join(", ", Columns)}");
            }
            else if (name.Length > 0 && !places.TryAdd(name, i))
            {
                fault(i, $"the column {name} stands here twice");
            }
        }

        if (places.TryGetValue("词条", out var term) && places.TryGetValue("类别", out var category))
        {
            return new LexiconHeader(term, category, At("分值"), At("匹配"), At("排除"), At("备注"), fields.Count);
        }

        fault(0, $"the first line must name the columns, 词条 and 类别 among them: {string.Join(',', Columns)}");
        return null;

        int? At(string name) => places.TryGetValue(name, out var at) ? at : null;
    }
}
