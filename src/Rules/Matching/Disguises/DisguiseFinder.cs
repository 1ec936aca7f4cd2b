using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms written in pinyin or taken apart: only where letters or parts of a term's characters stand is the tree of terms walked.</summary>
internal sealed class DisguiseFinder
{
    private const int Back = 12;
    private const byte Letter = 1;
    private const byte Part = 2;
    private const byte First = 4;

    private readonly byte[] _flags = new byte[char.MaxValue + 1];
    private readonly TermTrie _trie;
    private readonly SplitIndex _splits;
    private readonly CharacterData _characters;
    private readonly CharacterTable _table;

    /// <summary>A finder of the terms of this tree.</summary>
    public DisguiseFinder(TermTrie trie, CharacterData characters, CharacterTable table)
    {
        (_trie, _characters, _table) = (trie, characters, table);
        _splits = new SplitIndex(characters, trie.Alphabet);
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            var part = _splits.Firsts.Contains(characters.Radical(c));
            _flags[i] = (byte)((LetterRun.IsLetter(c) ? Letter : 0) | (part ? Part : 0) | (part || trie.Firsts.Contains(c) ? First : 0));
        }
    }

    /// <summary>Adds what it finds.</summary>
    public void Find(ReadOnlySpan<char> text, DisguisedMatches into)
    {
        var flags = _flags.AsSpan();
        var walked = 0;
        for (var at = 0; at < text.Length && !into.IsFull; at++)
        {
            var flag = flags[text[at]];
            if ((flag & (Letter | Part)) == 0)
            {
                continue;
            }

            if ((flag & Letter) != 0)
            {
                var end = LetterRun.End(text, at);
                var borders = end - at <= LetterRun.Longest ? LetterRun.Borders(text[at..end], _characters) : 0;
                if (borders != 0)
                {
                    Walk(text, Math.Max(walked, at - Back), at, into);
                    for (var i = at; i < end; i++)
                    {
                        if ((borders >> (i - at) & 1) != 0)
                        {
                            new DisguiseWalk(text, _table.Kinds, _trie, _splits, _characters, into).From(i);
                        }
                    }

                    walked = end;
                }

                at = end - 1;
            }
            else if (IsSplit(text, at))
            {
                Walk(text, Math.Max(walked, at - Back), at + 1, into);
                walked = Math.Max(walked, at + 1);
            }
        }
    }

    private bool IsSplit(ReadOnlySpan<char> text, int at) =>
        (at + 1 < text.Length && _splits.WholesOf(text.Slice(at, 2)).Length > 0) || (at + 2 < text.Length && _splits.WholesOf(text.Slice(at, 3)).Length > 0);

    private void Walk(ReadOnlySpan<char> text, int from, int to, DisguisedMatches into)
    {
        var walk = new DisguiseWalk(text, _table.Kinds, _trie, _splits, _characters, into);
        for (var start = from; start < to; start++)
        {
            if ((_flags[text[start]] & First) != 0)
            {
                walk.From(start);
            }
        }
    }
}
