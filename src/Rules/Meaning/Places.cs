using System.Buffers;
using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Where a pattern stands in a text.</summary>
internal static class Places
{
    private const int Most = 16;

    /// <summary>Lists the first 16.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="needed">Characters of which each match holds one: a text without any is not searched.</param>
    /// <param name="pattern">The pattern.</param>
    public static List<(int Start, int End)> List(ReadOnlySpan<char> text, SearchValues<char> needed, Regex pattern)
    {
        List<(int Start, int End)> places = [];
        if (!text.ContainsAny(needed))
        {
            return places;
        }

        foreach (var match in pattern.EnumerateMatches(text))
        {
            places.Add((match.Index, match.Index + match.Length));
            if (places.Count == Most)
            {
                break;
            }
        }

        return places;
    }
}
