using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms written in pinyin or taken apart, by walking the tree of terms round the places where letters or parts stand.</summary>
internal sealed class DisguiseFinder
{
    private const int Back = 12;

    private readonly bool[] _firsts = new bool[char.MaxValue + 1];
    private readonly DisguiseTrie _trie;
    private readonly SplitIndex _splits;
    private readonly SpacedLetters _spaced;
    private readonly Initials _initials;
    private readonly CharacterData _characters;
    private readonly CharacterTable _table;

    /// <summary>A finder of the terms of this tree.</summary>
    public DisguiseFinder(DisguiseTrie trie, SplitIndex splits, CharacterData characters, CharacterTable table)
    {
        (_trie, _splits, _characters, _table) = (trie, splits, characters, table);
        (_spaced, _initials) = (new SpacedLetters(trie, splits, characters, table), new Initials(trie));
        for (var i = 0; i <= char.MaxValue; i++)
        {
            _firsts[i] = trie.Firsts.Contains((char)i) || splits.Firsts.Contains(characters.Radical((char)i));
        }
    }

    /// <summary>Adds what has pinyin in it.</summary>
    public void FindByLetters(ReadOnlySpan<char> text, DisguisedMatches into)
    {
        var (walked, spaced) = (0, 0);
        var at = text.IndexOfAnyInRange('a', 'z');
        while (at >= 0 && !into.IsFull)
        {
            var end = LetterRun.End(text, at);
            if (at >= spaced && _spaced.End(text, at) is var row && row > at)
            {
                _spaced.Find(text, at, row, into);
                spaced = row;
            }

            _initials.Find(text, at, end, into);
            var borders = end - at <= LetterRun.Longest ? LetterRun.Borders(text[at..end], _characters) : 0;
            if (borders != 0)
            {
                Walk(text, Math.Max(walked, at - Back), at, into);
                var walk = new DisguiseWalk(text, _table.Kinds, _trie, _splits, _characters, into);
                for (var i = at; i < end; i++)
                {
                    if ((borders >> (i - at) & 1) != 0)
                    {
                        walk.From(i);
                    }
                }

                walked = end;
            }

            var next = text[end..].IndexOfAnyInRange('a', 'z');
            at = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>Adds what has the parts of a character at <paramref name="at"/>.</summary>
    /// <returns>The offset up to which all starts were tried; hand it in with the next place.</returns>
    public int FindBySplit(ReadOnlySpan<char> text, int at, int walked, DisguisedMatches into)
    {
        if (_splits.WholesOf(text.Slice(at, 2)).Length == 0 && (at + 2 >= text.Length || _splits.WholesOf(text.Slice(at, 3)).Length == 0))
        {
            return walked;
        }

        Walk(text, Math.Max(walked, at - Back), at + 1, into);
        return at + 1;
    }

    private void Walk(ReadOnlySpan<char> text, int from, int to, DisguisedMatches into)
    {
        var walk = new DisguiseWalk(text, _table.Kinds, _trie, _splits, _characters, into);
        for (var start = from; start < to; start++)
        {
            if (_firsts[text[start]])
            {
                walk.From(start);
            }
        }
    }
}
