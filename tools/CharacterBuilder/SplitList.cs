using System.Text;

namespace OpinionWatch.CharacterBuilder;

/// <summary>The ways to write a character as two or three others (拆字).</summary>
internal static class SplitList
{
    private const int MostParts = 3;
    private const string Strokes = "丶丨丿乀乁乙乚亅㇀㇏㇒㇆㇇㇉㇊㇋㇌㇂㇗㇞㇝⺀コ亠冂冖凵勹匚匸卩厶";

    /// <summary>Encodes the ways of all these characters.</summary>
    public static string Build(DecompositionTable table, IReadOnlySet<char> characters)
    {
        var encoded = new StringBuilder();
        foreach (var whole in characters.Order())
        {
            foreach (var parts in Ways(table, whole.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                _ = encoded.Append((char)parts.Length).Append(parts).Append(whole);
            }
        }

        return encoded.ToString();
    }

    private static IEnumerable<string> Ways(DecompositionTable table, string whole)
    {
        if (table.PartsOf(whole) is not { } parts)
        {
            yield break;
        }

        foreach (var way in Joined(table, parts))
        {
            yield return way;
            if (way.Length == 2 && table.Find(whole) is ("sbl", _))
            {
                yield return $"{way[1]}{way[0]}";
            }
        }
    }

    private static IEnumerable<string> Joined(DecompositionTable table, string[] parts)
    {
        IEnumerable<string> ways = [""];
        foreach (var part in parts)
        {
            ways = [.. ways.SelectMany(before => Spellings(table, part).Select(spelling => before + spelling)).Where(way => way.Length <= MostParts)];
        }

        return ways.Where(way => way.Length > 1);
    }

    private static IEnumerable<string> Spellings(DecompositionTable table, string part)
    {
        if (IsWritten(part))
        {
            yield return RadicalSpellings.Usual(part);
        }

        if (table.PartsOf(part) is { Length: 2 } inner && inner.All(IsWritten))
        {
            yield return string.Concat(inner.Select(RadicalSpellings.Usual));
        }
    }

    private static bool IsWritten(string part) => part.Length == 1 && part[0] is >= '\u2e80' and <= '\u9fff' && !Strokes.Contains(part[0]);
}
