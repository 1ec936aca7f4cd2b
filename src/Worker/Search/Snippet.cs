using OpinionWatch.Console.Search;

namespace OpinionWatch.Worker.Search;

/// <summary>Finds the stretch of a text that shows best what was looked for.</summary>
internal static class Snippet
{
    private const int Length = 120;
    private const int Before = 24;
    private const int MostMarks = 50;

    /// <summary>Gives the stretch and the places in it.</summary>
    public static (string Text, IReadOnlyList<SearchMark> Marks) Of(string text, IReadOnlyList<string> words)
    {
        var marks = Marks(text, words);
        var first = marks.Count == 0 ? 0 : Math.Max(0, marks[0].Start - Before);
        if (first > 0 && first < text.Length && char.IsLowSurrogate(text[first]))
        {
            first--;
        }

        var end = Math.Min(text.Length, first + Length);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
        {
            end--;
        }

        return (text[first..end].Replace('\n', ' ').Replace('\r', ' '), [.. marks.Where(mark => mark.Start >= first && mark.Start + mark.Length <= end).Select(mark => mark with { Start = mark.Start - first })]);
    }

    /// <summary>Lists the places of words in a text, in order, none within another.</summary>
    public static IReadOnlyList<SearchMark> Marks(string text, IReadOnlyList<string> words)
    {
        var folded = SearchText.Fold(text);
        var found = new List<SearchMark>();
        foreach (var word in words)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0 && found.Count < MostMarks * words.Count; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                found.Add(new SearchMark(at, word.Length));
            }
        }

        var marks = new List<SearchMark>();
        foreach (var mark in found.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length))
        {
            if (marks.Count < MostMarks && (marks.Count == 0 || mark.Start >= marks[^1].Start + marks[^1].Length))
            {
                marks.Add(mark);
            }
        }

        return marks;
    }
}
