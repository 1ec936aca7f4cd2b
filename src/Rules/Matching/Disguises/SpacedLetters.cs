using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms whose pinyin stands letter by letter (贪 w u, q i a n g 拆): the letters are put together and walked as usual.</summary>
internal sealed class SpacedLetters(DisguiseTrie trie, SplitIndex splits, CharacterData characters, CharacterTable table)
{
    private const int Around = 12;
    private const int Most = 24;
    private const int StepsEach = 16;

    /// <summary>Where a row of single letters that begins at <paramref name="at"/> ends; <paramref name="at"/> when there is none.</summary>
    public int End(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        for (var count = 0; count < Most && IsSingle(text, end); count++)
        {
            if (end + 2 >= text.Length || table.Kinds[text[end + 1]] != CharacterKind.Filler || text[end + 1] is '\n' or '\r' || !IsSingle(text, end + 2))
            {
                return count == 0 ? at : end + 1;
            }

            end += 2;
        }

        return end;
    }

    /// <summary>Adds what the row of letters is part of.</summary>
    public void Find(ReadOnlySpan<char> text, int at, int end, DisguisedMatches into)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, end + Around));
        Span<char> joined = stackalloc char[Around + Most + Most + Around];
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

        var found = new DisguisedMatches();
        var walk = new DisguiseWalk(joined[..length], table.Kinds, trie, splits, characters, found);
        for (var start = 0; start <= last && into.Spend(StepsEach); start++)
        {
            walk.From(start);
        }

        foreach (var match in found.Span)
        {
            if (match.Start <= last && match.End > first && (match.Disguise & Disguise.WithinLetters) == Disguise.None)
            {
                into.Add(match with { Start = origins[match.Start], End = origins[match.End - 1] + 1 });
            }
        }
    }

    private static bool IsSingle(ReadOnlySpan<char> text, int at) =>
        at < text.Length && LetterRun.IsLetter(text[at]) && (at == 0 || !LetterRun.IsLetter(text[at - 1])) && (at + 1 == text.Length || !LetterRun.IsLetter(text[at + 1]));
}
