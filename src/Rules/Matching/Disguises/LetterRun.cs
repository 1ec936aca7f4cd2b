using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>A run of Latin letters in the folded text, and where in it a syllable of pinyin may begin.</summary>
internal static class LetterRun
{
    /// <summary>A longer run is no pinyin.</summary>
    public const int Longest = 62;

    private const int LongestSyllable = 6;

    /// <summary>Whether a folded character is a Latin letter.</summary>
    public static bool IsLetter(char c) => c is >= 'a' and <= 'z';

    /// <summary>Where the run that holds <paramref name="at"/> ends, at most <see cref="Longest"/> + 1 further on.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= Longest && IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The offsets of the run at which both what is before and what is after them are whole syllables, as bits; 0 when the run is no pinyin.</summary>
    public static ulong Borders(ReadOnlySpan<char> run, CharacterData characters)
    {
        ulong before = 1;
        for (var at = 0; at < run.Length; at++)
        {
            if ((before >> at & 1) != 0)
            {
                for (var length = Math.Min(LongestSyllable, run.Length - at); length > 0; length--)
                {
                    if (characters.SyllableOf(run.Slice(at, length)) != 0)
                    {
                        before |= 1UL << (at + length);
                    }
                }
            }
        }

        if ((before >> run.Length & 1) == 0)
        {
            return 0;
        }

        var after = 1UL << run.Length;
        for (var at = run.Length - 1; at >= 0; at--)
        {
            for (var length = Math.Min(LongestSyllable, run.Length - at); length > 0; length--)
            {
                if ((after >> (at + length) & 1) != 0 && characters.SyllableOf(run.Slice(at, length)) != 0)
                {
                    after |= 1UL << at;
                    break;
                }
            }
        }

        return before & after;
    }
}
