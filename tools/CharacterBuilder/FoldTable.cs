namespace OpinionWatch.CharacterBuilder;

/// <summary>Traditional characters and radical signs, each with the one character it is folded to.</summary>
internal static class FoldTable
{
    /// <summary>Pairs by rising character. Of several simplified forms the first, most common one counts: both text and terms are folded, so it need not be the right one.</summary>
    public static string Build(IEnumerable<string> simplified, IEnumerable<string> radicals, IEnumerable<string> unicode, IEnumerable<string> variants, IReadOnlySet<char> common)
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

        AddCompatible(folds, unicode);
        AddVariants(folds, variants, common);
        return ImageBuilder.Join(folds.Select(pair => (pair.Key, End(folds, pair.Value))).Where(pair => pair.Key != pair.Item2));
    }

    // Circled, squared and compatibility forms of one Han character or letter: ㊤ is 上, ⓠ is q. Width is folded by rule.
    private static void AddCompatible(SortedDictionary<char, char> folds, IEnumerable<string> unicode)
    {
        foreach (var line in unicode)
        {
            var cells = line.Split(';');
            var mapped = cells.Length > 5 ? cells[5][(cells[5].IndexOf('>') + 1)..].Trim() : "";
            if (mapped.Length == 4 && ImageBuilder.UnitOf(cells[0]) is { } from && ImageBuilder.UnitOf(mapped) is { } to
                && (to is >= '\u4e00' and <= '\u9fff' || (from >= '\u2460' && char.IsAsciiLetterOrDigit(to))))
            {
                folds.TryAdd(from, char.ToLowerInvariant(to));
            }
        }
    }

    // A rare character that means the same as a common one: 汚 is 污.
    private static void AddVariants(SortedDictionary<char, char> folds, IEnumerable<string> variants, IReadOnlySet<char> common)
    {
        foreach (var cells in variants.Select(line => line.Split('\t')).Where(cells => cells.Length == 3 && cells[1] is "kSemanticVariant" or "kZVariant"))
        {
            var targets = cells[2].Split(' ').Select(cell => ImageBuilder.UnitOf(cell.Split('<')[0])).Where(c => c is { } target && common.Contains(target)).ToArray();
            if (ImageBuilder.UnitOf(cells[0]) is { } from && !common.Contains(from) && targets.Length == 1)
            {
                folds.TryAdd(from, targets[0]!.Value);
            }
        }
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
