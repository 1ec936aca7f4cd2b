using System.Buffers;
using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Where a pattern stands in a text.</summary>
internal static class Places
{
    private const int Most = 16;

    /// <summary>Lists the first 16.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="characters">Characters of which each match holds one, or one of the words: a text without any is not searched.</param>
    /// <param name="words">The words, of two characters and more.</param>
    /// <param name="pattern">The pattern.</param>
    public static List<(int Start, int End)> List(ReadOnlySpan<char> text, SearchValues<char> characters, SearchValues<string> words, Regex pattern)
    {
        List<(int Start, int End)> places = [];
        if (!text.ContainsAny(characters) && !text.ContainsAny(words))
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
