using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>A run of Latin letters in the folded text, and where in it a syllable of pinyin may begin.</summary>
internal static class LetterRun
{
    /// <summary>A longer run is no pinyin.</summary>
    public const int Longest = 62;

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
        Span<ushort> syllables = stackalloc ushort[Syllables.Longest];
        Span<byte> lengths = stackalloc byte[Longest];
        ulong before = 1;
        for (var at = 0; at < run.Length; at++)
        {
            if ((before >> at & 1) != 0)
            {
                var known = LengthsAt(run, at, syllables, characters);
                lengths[at] = (byte)known;
                before |= (ulong)known << at;
            }
            else if (before >> at == 0)
            {
                return 0;
            }
        }

        if ((before >> run.Length & 1) == 0)
        {
            return 0;
        }

        // Only what can be reached from the front counts in the end, so nothing else is asked from behind.
        var after = 1UL << run.Length;
        for (var at = run.Length - 1; at >= 0; at--)
        {
            if ((before >> at & 1) != 0 && (after & ((ulong)lengths[at] << at)) != 0)
            {
                after |= 1UL << at;
            }
        }

        return before & after;
    }

    /// <summary>The lengths of the syllables that begin here, as bits 1 to 6.</summary>
    private static int LengthsAt(ReadOnlySpan<char> run, int at, Span<ushort> syllables, CharacterData characters)
    {
        var lengths = 0;
        for (var length = characters.Syllables.At(run, at, syllables); length > 0; length--)
        {
            lengths |= syllables[length - 1] != 0 ? 1 << length : 0;
        }

        return lengths;
    }
}
