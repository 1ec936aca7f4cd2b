namespace OpinionWatch.Worker.Search;

/// <summary>Folds text for the index: width and case; a character stays a character, so that places keep their numbers.</summary>
internal static class SearchText
{
    /// <summary>Folds a text.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = Fold(source[index]);
        }
    });

    /// <summary>Cuts folded text into units that stand one behind the other: letters and digits of the Latin script together, anything else that is a letter alone.</summary>
    public static IEnumerable<(int Start, int Length)> Units(string folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            var length = 1;
            if (char.IsAsciiLetterOrDigit(folded[at]))
            {
                while (length < LongestUnit && at + length < folded.Length && char.IsAsciiLetterOrDigit(folded[at + length]))
                {
                    length++;
                }
            }
            else if (char.IsHighSurrogate(folded[at]) && at + 1 < folded.Length && char.IsLowSurrogate(folded[at + 1]))
            {
                length = 2;
            }
            else if (!char.IsLetterOrDigit(folded[at]))
            {
                at++;
                continue;
            }

            yield return (at, length);
            at += length;
        }
    }

    private const int LongestUnit = 64;

    private static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u3000' => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
