using System.Buffers;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms with a full stop, comma, exclamation or question mark inside (死。人, 强，拆), which folding leaves where they are because clauses end there.</summary>
internal sealed class PartedWords(DisguiseTrie trie)
{
    private const int Longest = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("。,!?、;:…—");

    private readonly BitFilter _pairs = new(trie.Pairs.Count, trie.Pairs.Select(CharacterPair.Hash));

    /// <summary>Adds what has one mark, or twice the same, between two of its characters.</summary>
    public void Find(ReadOnlySpan<char> text, DisguisedMatches into)
    {
        for (var at = Next(text, 0); at >= 0 && !into.IsFull;)
        {
            var end = at + 1 < text.Length && text[at + 1] == text[at] ? at + 2 : at + 1;
            if (at > 0 && end < text.Length && _pairs.MayHave(CharacterPair.Hash(CharacterPair.Of(text[at - 1], text[end]))))
            {
                Walk(text, at, end, into);
            }

            at = Next(text, end);
        }
    }

    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var at = text[from..].IndexOfAny(Marks);
        return at < 0 ? -1 : from + at;
    }

    private void Walk(ReadOnlySpan<char> text, int mark, int end, DisguisedMatches into)
    {
        for (var start = mark - 1; start >= 0 && start > mark - Longest && CharacterTable.IsHan(text[start]) && into.Spend(1); start--)
        {
            var node = 0;
            for (var i = start; i < text.Length && node >= 0 && i - start < Longest + 2; i++)
            {
                if (i == mark)
                {
                    i = end;
                }

                node = trie.Child(node, text[i]);
                if (i >= end && node >= 0 && trie.PatternAt(node) >= 0)
                {
                    into.Add(new RawMatch(trie.PatternAt(node), start, i + 1, Disguise.Parted | Disguise.Plain));
                }
            }
        }
    }
}
