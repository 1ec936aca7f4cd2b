using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Walks the tree of terms from one place of the folded text, reading pinyin and parts of characters as the characters they stand for.</summary>
internal ref struct DisguiseWalk(ReadOnlySpan<char> text, ReadOnlySpan<CharacterKind> kinds, DisguiseTrie trie, SplitIndex splits, CharacterData characters, DisguisedMatches into)
{
    private const int MostSteps = 200;
    private const int MostFillers = 6;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<CharacterKind> _kinds = kinds;
    private int _start;
    private int _steps;

    /// <summary>Finds the disguised terms that start here.</summary>
    public void From(int start)
    {
        _start = start;
        _steps = MostSteps;
        Step(0, start, Disguise.None);
    }

    private void Step(int node, int at, Disguise disguise)
    {
        if (trie.PatternAt(node) is >= 0 and var pattern && (disguise & ~Disguise.Plain) != Disguise.None)
        {
            into.Add(new RawMatch(pattern, _start, at, disguise | WithinLetters(_start) | WithinLetters(at)));
        }

        if (--_steps < 0 || !into.Spend(1) || into.IsFull)
        {
            return;
        }

        var next = node == 0 ? at : AfterFillers(at);
        if (next >= _text.Length)
        {
            return;
        }

        if (LetterRun.IsLetter(_text[next]))
        {
            StepBySyllable(node, next, disguise);
            return;
        }

        if (trie.Child(node, _text[next]) is >= 0 and var child)
        {
            Step(child, next + 1, disguise | Disguise.Plain);
        }

        if (next + 1 < _text.Length && splits.MayBegin(_text[next], _text[next + 1]))
        {
            StepBySplit(node, next, disguise);
        }
    }

    private void StepBySplit(int node, int next, Disguise disguise)
    {
        for (var length = 2; length <= 3 && next + length <= _text.Length; length++)
        {
            foreach (var whole in splits.WholesOf(_text.Slice(next, length)))
            {
                if (trie.Child(node, whole) is >= 0 and var composed)
                {
                    Step(composed, next + length, disguise | Disguise.Split);
                }
            }
        }
    }

    private void StepBySyllable(int node, int at, Disguise disguise)
    {
        Span<ushort> syllables = stackalloc ushort[Syllables.Longest];
        for (var length = characters.Syllables.At(_text, at, syllables); length > 0; length--)
        {
            var syllable = syllables[length - 1];
            for (var cell = syllable == 0 ? -1 : trie.FirstCell(node, syllable); cell >= 0;)
            {
                var (child, following) = trie.Cell(cell);
                Step(child, AfterTone(at + length), disguise | Disguise.Pinyin);
                cell = following;
            }
        }
    }

    private readonly int AfterTone(int at) =>
        at < _text.Length && _text[at] is >= '1' and <= '5' && (at + 1 == _text.Length || !char.IsAsciiDigit(_text[at + 1])) ? at + 1 : at;

    // Between plain characters the folding has dropped what hides a word; here letters are beside it.
    private readonly int AfterFillers(int at)
    {
        var next = at;
        while (next < _text.Length && next - at < MostFillers && _kinds[_text[next]] is CharacterKind.Filler && _text[next] is not ('\n' or '\r'))
        {
            next++;
        }

        return next;
    }

    private readonly Disguise WithinLetters(int at) =>
        at > 0 && at < _text.Length && LetterRun.IsLetter(_text[at - 1]) && LetterRun.IsLetter(_text[at]) ? Disguise.WithinLetters : Disguise.None;
}
