using System.Runtime.InteropServices;
using static System.Runtime.CompilerServices.Unsafe;

namespace OpinionWatch.Rules.Matching;

/// <summary>Finds all occurrences of all patterns in one pass: a filter over the first two and three characters, and behind it a trie on a double array.</summary>
/// <remarks>
/// Few places of a text begin like a pattern, and a place that does not costs two multiplications and a look at two bits: is this pair a whole pattern, do these
/// three begin one? A place that passes is followed down the trie, so the worst text costs its length times the longest pattern. Read-only and shared by threads.
/// </remarks>
internal sealed class TermAutomaton
{
    private const uint Multiplier = 0x9E3779B1;
    private const uint ThirdMultiplier = 0x85EBCA6B;
    private readonly ushort[] _codes;
    private readonly TrieSlot[] _slots;
    private readonly BitFilter _wholes;
    private readonly BitFilter _triples;
    private readonly Opening[] _openings;
    private readonly uint[]? _singles;
    private readonly int _pairShift;

    internal TermAutomaton(TermTrie trie)
    {
        (_codes, _slots) = (trie.Codes, trie.Slots);
        var pairBits = Math.Max(4, BitFilter.BitsFor(2L * trie.Pairs.Count));
        _pairShift = 32 - pairBits;
        _openings = new Opening[1 << pairBits];
        foreach (var (pair, slot) in trie.Pairs)
        {
            var at = (pair * Multiplier) >> _pairShift;
            while (_openings[at].Slot != 0)
            {
                at = (at + 1) & (uint)(_openings.Length - 1);
            }

            _openings[at] = new Opening(pair, slot, _slots[slot].Base, _slots[slot].Pattern);
        }

        _wholes = new BitFilter(trie.Wholes.Count, trie.Wholes.Select(static pair => pair * Multiplier));
        _triples = new BitFilter(trie.Triples.Count, trie.Triples.Select(static triple => (triple.Pair * Multiplier) + (triple.Third * ThirdMultiplier)));
        _singles = trie.Singles.Count == 0 ? null : new uint[(char.MaxValue + 1) / 32];
        foreach (var c in trie.Singles)
        {
            _singles![c >> 5] |= 1u << c;
        }
    }

    /// <summary>Adds the matches in <paramref name="text"/> to what was found before, by rising start and at one start the longer first.</summary>
    public void Scan(ReadOnlySpan<char> text, RawMatches found)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (text.Length > 1)
        {
            ScanPairs(text, found);
        }

        FollowSingle(text[^1], text.Length - 1, found);
    }

    private void ScanPairs(ReadOnlySpan<char> text, RawMatches found)
    {
        // The indexes are proved here and not checked in the loop: a hash of 32 bits less a filter's shift is a bit of that filter.
        ref var wholes = ref MemoryMarshal.GetArrayDataReference(_wholes.Words);
        ref var triples = ref MemoryMarshal.GetArrayDataReference(_triples.Words);
        var (wholeShift, tripleShift) = (_wholes.Shift, _triples.Shift);
        var singles = _singles;
        var pair = text[0] | ((uint)text[1] << 16);
        for (var i = 2; i < text.Length; i++)
        {
            uint third = text[i];
            var hash = pair * Multiplier;
            var whole = hash >> wholeShift;
            var triple = (hash + (third * ThirdMultiplier)) >> tripleShift;
            var passes = (Add(ref wholes, (nint)(whole >> 5)) >> (int)whole) | (Add(ref triples, (nint)(triple >> 5)) >> (int)triple);
            if ((passes & 1) != 0 || (singles is not null && (singles[(ushort)pair >> 5] & (1u << (ushort)pair)) != 0))
            {
                Follow(text, i - 2, pair, found);
            }

            pair = (pair >> 16) | (third << 16);
        }

        Follow(text, text.Length - 2, pair, found);
    }

    private void Follow(ReadOnlySpan<char> text, int start, uint pair, RawMatches found)
    {
        var before = found.Count;
        if (_singles is not null)
        {
            FollowSingle(text[start], start, found);
        }

        ref readonly var opening = ref OpeningOf(pair);
        var (slot, childBase, pattern) = (opening.Slot, opening.Base, opening.Pattern);
        for (var end = start + 2; slot != 0; end++)
        {
            if (pattern >= 0)
            {
                found.Add(pattern, start, end);
            }

            if (childBase == 0 || end >= text.Length)
            {
                break;
            }

            int code = _codes[text[end]];
            var next = childBase + code;
            var (parent, nextBase, nextPattern) = _slots[next];
            if (code == 0 || parent != slot)
            {
                break;
            }

            (slot, childBase, pattern) = (next, nextBase, nextPattern);
        }

        found.ReverseFrom(before);
    }

    private void FollowSingle(char c, int start, RawMatches found)
    {
        if (_singles is not null && (_singles[c >> 5] & (1u << c)) != 0)
        {
            found.Add(_slots[_slots[0].Base + _codes[c]].Pattern, start, start + 1);
        }
    }

    /// <summary>Where the trie stands after the pair; slot 0 when no pattern begins with it.</summary>
    private ref readonly Opening OpeningOf(uint pair)
    {
        var at = (pair * Multiplier) >> _pairShift;
        while (true)
        {
            ref readonly var opening = ref _openings[at];
            if (opening.Pair == pair || opening.Slot == 0)
            {
                return ref opening;
            }

            at = (at + 1) & (uint)(_openings.Length - 1);
        }
    }

    /// <summary>The first two characters of patterns, with what the trie holds behind them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Opening(uint Pair, int Slot, int Base, int Pattern);
}
