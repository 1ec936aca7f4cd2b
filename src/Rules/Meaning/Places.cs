using System.Text.RegularExpressions;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Where a pattern stands in a text.</summary>
internal static class Places
{
    private const int Most = 16;
    private const string SentenceEnds = "。!?;\n";

    /// <summary>Lists the first 16.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="needed">Of which each match holds one: a sentence without any is not searched.</param>
    /// <param name="pattern">The pattern. No part of it takes a mark that ends a sentence (。!?;, line end), and it looks no farther than such a mark.</param>
    public static List<(int Start, int End)> List(ReadOnlySpan<char> text, Needed needed, Regex pattern)
    {
        List<(int Start, int End)> places = [];
        for (var at = needed.Next(text, 0); at >= 0 && places.Count < Most;)
        {
            // The marks before and behind the sentence are handed in, so that the pattern sees where the text itself begins and ends.
            var from = Math.Max(0, text[..at].LastIndexOfAny(SentenceEnds));
            var length = text[at..].IndexOfAny(SentenceEnds);
            var to = length < 0 ? text.Length : at + length + 1;
            foreach (var match in pattern.EnumerateMatches(text[from..to]))
            {
                places.Add((from + match.Index, from + match.Index + match.Length));
                if (places.Count == Most)
                {
                    break;
                }
            }

            at = needed.Next(text, to);
        }

        return places;
    }
}
