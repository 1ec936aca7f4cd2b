using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Walks the tree of terms along characters that sound or look like the term's: 墙拆, 国士局.</summary>
internal ref struct ConfusionWalk(ReadOnlySpan<char> text, DisguiseTrie trie, CharacterData characters, DisguisedMatches into)
{
    /// <summary>Length of the longest term that may be confused.</summary>
    public const int Longest = 12;

    private readonly ReadOnlySpan<char> _text = text;
    private int _start;

    /// <summary>Finds the terms that sound like what stands here and are not written so; <paramref name="sound"/> is that of the first two characters.</summary>
    public void BySound(int start, uint sound)
    {
        _start = start;
        var third = start + 2 < _text.Length ? characters.UsualReadings[_text[start + 2]] : (ushort)0;
        foreach (ref readonly var opening in trie.Openings.Of(sound))
        {
            if (!into.Spend(1))
            {
                break;
            }

            // Most openings stand there as they are written, and no longer term goes on as the text does.
            var differing = (opening.First == _text[start] ? 0 : 1) + (opening.Second == _text[start + 1] ? 0 : 1);
            if ((differing > 0 && opening.IsTerm) || (third != 0 && (opening.Following >> (third & 63) & 1) != 0))
            {
                StepBySound(opening.Node, start + 2, differing);
            }
            else if (start + 2 < _text.Length)
            {
                _ = into.Spend(1);
            }
        }
    }

    /// <summary>Finds the terms that stand round an offset if its character were another, and begin no earlier than <paramref name="earliest"/>.</summary>
    public readonly void ByLook(int at, char other, int earliest)
    {
        for (var start = earliest; start <= at && into.Spend(1); start++)
        {
            var node = 0;
            for (var i = start; i < _text.Length && node >= 0; i++)
            {
                node = trie.Child(node, i == at ? other : _text[i]);
                if (i >= at && node >= 0 && trie.IsConfusable(node))
                {
                    into.Add(new RawMatch(trie.PatternAt(node), start, i + 1, Disguise.LookAlike | Disguise.Plain));
                }
            }
        }
    }

    private readonly void StepBySound(int node, int at, int differing)
    {
        if (differing > 0 && trie.IsConfusable(node))
        {
            into.Add(new RawMatch(trie.PatternAt(node), _start, at, Disguise.Homophone | (differing < at - _start ? Disguise.Plain : Disguise.None)));
        }

        if (at >= _text.Length || !into.Spend(1))
        {
            return;
        }

        var c = _text[at];
        var spoken = characters.UsualReadings[c];
        if (spoken == 0 || !trie.MayGoOn(node, spoken))
        {
            return;
        }

        for (var cell = trie.FirstCell(node, spoken); cell >= 0;)
        {
            (var child, cell) = trie.Cell(cell);
            var own = trie.CharacterOf(child);
            if (own == c || characters.UsualReadings[own] == spoken)
            {
                StepBySound(child, at + 1, differing + (own == c ? 0 : 1));
            }
        }
    }
}
