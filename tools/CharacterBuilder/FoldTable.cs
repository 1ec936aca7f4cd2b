namespace OpinionWatch.CharacterBuilder;

/// <summary>Traditional characters and radical signs, each with the one character it is folded to.</summary>
internal static class FoldTable
{
    /// <summary>Pairs by rising character. Of several simplified forms the first, most common one counts: both text and terms are folded, so it need not be the right one.</summary>
    public static string Build(IEnumerable<string> simplified, IEnumerable<string> radicals)
    {
        var folds = new SortedDictionary<char, char>();
        foreach (var line in simplified.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            var forms = cells.Length > 1 ? cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (ImageBuilder.IsUnit(cells[0]) && forms.Length > 0 && ImageBuilder.IsUnit(forms[0]))
            {
                folds[cells[0][0]] = forms[0][0];
            }
        }

        foreach (var line in radicals.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
            var range = cells[0].Split("..");
            if (cells.Length > 1 && ImageBuilder.UnitOf(range[0]) is { } first && ImageBuilder.UnitOf(range[^1]) is { } last && ImageBuilder.UnitOf(cells[1]) is { } to)
            {
                for (var c = first; c <= last; c++)
                {
                    folds.TryAdd(c, to);
                }
            }
        }

        return ImageBuilder.Join(folds.Select(pair => (pair.Key, End(folds, pair.Value))).Where(pair => pair.Key != pair.Item2));
    }

    private static char End(SortedDictionary<char, char> folds, char to)
    {
        for (var step = 0; step < 4 && folds.TryGetValue(to, out var next); step++)
        {
            to = next;
        }

        return to;
    }
}
