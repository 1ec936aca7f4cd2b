using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms whose pinyin stands letter by letter (贪 w u, q i a n g 拆): the letters are put together and walked as usual.</summary>
internal sealed class SpacedLetters(DisguiseTrie trie, SplitIndex splits, CharacterData characters, CharacterTable table)
{
    private const int Around = 12;
    private const int StepsEach = 16;

    /// <summary>Where a row of single letters that begins at <paramref name="at"/> ends; <paramref name="at"/> when there is none.</summary>
    public int End(ReadOnlySpan<char> text, int at)
    {
        if (!IsSingle(text, at))
        {
            return at;
        }

        var end = at + 1;
        while (end + 1 < text.Length && table.Kinds[text[end]] == CharacterKind.Filler && IsSingle(text, end + 1))
        {
            end += 2;
        }

        return end == at + 1 ? at : end;
    }

    /// <summary>Adds what the row of letters is part of; a row of more letters than a run of pinyin may have is none.</summary>
    public void Find(ReadOnlySpan<char> text, int at, int end, DisguisedMatches into)
    {
        if (end - at > 2 * LetterRun.Longest)
        {
            return;
        }

        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, end + Around));
        Span<char> joined = stackalloc char[Around + LetterRun.Longest + Around];
        Span<int> origins = stackalloc int[joined.Length];
        var (length, first, last) = (0, 0, 0);
        for (var i = from; i < to; i++)
        {
            if (i < at || i >= end || LetterRun.IsLetter(text[i]))
            {
                first = i == at ? length : first;
                last = i == end - 1 ? length : last;
                origins[length] = i;
                joined[length++] = text[i];
            }
        }

        var borders = LetterRun.Borders(joined[first..(last + 1)], characters);
        var found = new DisguisedMatches();
        var walk = new DisguiseWalk(joined[..length], table.Kinds, trie, splits, characters, found);
        for (var start = 0; start <= last && into.Spend(StepsEach); start++)
        {
            walk.From(start);
        }

        foreach (var match in found.Span)
        {
            if (match.Start <= last && match.End > first && ((match.Disguise & Disguise.WithinLetters) == Disguise.None || (IsBorder(match.Start) && IsBorder(match.End))))
            {
                into.Add(match with { Start = origins[match.Start], End = origins[match.End - 1] + 1 });
            }
        }

        // Between letters a word begins and ends only where syllables do.
        bool IsBorder(int offset) => offset <= first || offset > last || (borders >> (offset - first) & 1) != 0;
    }

    private static bool IsSingle(ReadOnlySpan<char> text, int at) =>
        at < text.Length && LetterRun.IsLetter(text[at]) && (at == 0 || !LetterRun.IsLetter(text[at - 1])) && (at + 1 == text.Length || !LetterRun.IsLetter(text[at + 1]));
}
