using System.Runtime.InteropServices;
using static System.Runtime.CompilerServices.Unsafe;

namespace OpinionWatch.Rules.Matching;

/// <summary>Finds all occurrences of all patterns in one pass: a filter over the first two characters, and behind it a trie on a double array.</summary>
/// <remarks>
/// Few places of a text begin like a pattern, and a place that does not costs one multiplication and one look at a bit. A place that does is followed down
/// the trie, so the worst text costs its length times the longest pattern. Read-only and shared by threads.
/// </remarks>
internal sealed class TermAutomaton
{
    private const uint Multiplier = 0x9E3779B1;
    private readonly ushort[] _codes;
    private readonly TrieSlot[] _slots;
    private readonly uint[] _filter;
    private readonly (uint Pair, int Slot)[] _pairs;
    private readonly uint[]? _singles;
    private readonly int _filterShift;
    private readonly int _pairShift;

    internal TermAutomaton(TermTrie trie)
    {
        (_codes, _slots) = (trie.Codes, trie.Slots);
        var pairBits = Math.Max(4, BitsFor(2L * trie.Pairs.Count));
        var filterBits = Math.Max(10, Math.Min(21, BitsFor(16L * trie.Pairs.Count)));
        (_pairShift, _filterShift) = (32 - pairBits, 32 - filterBits);
        _pairs = new (uint, int)[1 << pairBits];
        _filter = new uint[1 << (filterBits - 5)];
        foreach (var (pair, slot) in trie.Pairs)
        {
            var hash = pair * Multiplier;
            _filter[hash >> _filterShift >> 5] |= 1u << (int)(hash >> _filterShift);
            var at = hash >> _pairShift;
            while (_pairs[at].Slot != 0)
            {
                at = (at + 1) & (uint)(_pairs.Length - 1);
            }

            _pairs[at] = (pair, slot);
        }

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

        // The index is proved here and not checked in the loop: a hash of 32 bits less the shift is a bit of the filter.
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var shift = _filterShift;
        var singles = _singles;
        var pair = (uint)text[0] << 16;
        for (var i = 1; i < text.Length; i++)
        {
            pair = (pair >> 16) | ((uint)text[i] << 16);
            var bit = (pair * Multiplier) >> shift;
            if ((Add(ref filter, (nint)(bit >> 5)) & (1u << (int)bit)) != 0 || (singles is not null && (singles[(ushort)pair >> 5] & (1u << (ushort)pair)) != 0))
            {
                Follow(text, i - 1, pair, found);
            }
        }

        FollowSingle(text[^1], text.Length - 1, found);
    }

    private static int BitsFor(long count)
    {
        var bits = 0;
        while (1L << bits < count)
        {
            bits++;
        }

        return bits;
    }

    private void Follow(ReadOnlySpan<char> text, int start, uint pair, RawMatches found)
    {
        var before = found.Count;
        if (_singles is not null)
        {
            FollowSingle(text[start], start, found);
        }

        var slot = SlotOf(pair);
        for (var end = start + 2; slot != 0; end++)
        {
            var (_, childBase, pattern) = _slots[slot];
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
            slot = code != 0 && _slots[next].Parent == slot ? next : 0;
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

    /// <summary>Where the trie stands after the pair; 0 when no pattern begins with it.</summary>
    private int SlotOf(uint pair)
    {
        var at = (pair * Multiplier) >> _pairShift;
        while (true)
        {
            var (known, slot) = _pairs[at];
            if (known == pair || slot == 0)
            {
                return slot;
            }

            at = (at + 1) & (uint)(_pairs.Length - 1);
        }
    }
}
