using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules;

/// <summary>Names a set of rules by its content, independent of the order of keys in a file.</summary>
internal static class RuleVersion
{
    private const int HexDigits = 16;

    /// <summary>The version of these three together.</summary>
    public static string Of(Lexicon lexicon, GradingOptions grading, AreaOptions area)
    {
        var all = new StringBuilder("1\n");
        foreach (var entry in lexicon.Entries)
        {
            _ = all.Append(entry.Term).Append('\t').Append(entry.Category).Append('\t').Append(entry.Points).Append('\t').Append(entry.Match).Append('\t').Append(entry.Variants).Append('\t').AppendJoin('|', entry.Exclusions).Append('\n');
        }

        _ = all.AppendJoin('\n', Sorted(grading.Points.Select(pair => $"{pair.Key}={pair.Value}"))).Append('\n')
            .AppendJoin('\n', Sorted(grading.Thresholds.Select(pair => $"{pair.Key}={pair.Value}"))).Append('\n')
            .AppendJoin('\n', Sorted(grading.Floors.Select(pair => $"{pair.Key}={pair.Value}"))).Append('\n')
            .Append(area.Name).Append('\n');
        foreach (var place in area.Places)
        {
            _ = all.Append(place.Name).Append('\t').Append(place.In).Append('\t').AppendJoin('|', place.Aliases).Append('\t').Append(place.WholeWord).Append('\t').AppendJoin('|', place.Needs).Append('\t').AppendJoin('|', place.Excludes).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..HexDigits];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
