using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Goes over the folded text once and wakes the finders of disguises only where a pair of neighbours may begin something. Nearly all text is passed by.</summary>
internal sealed class Sieve
{
    private const ushort Syllable = 0x01FF;

    private readonly PairFilter _filter;
    private readonly NumberTable<uint> _entries;
    private readonly NumberTable<uint> _inside;
    private readonly (bool AreParts, int From, int To)[] _pairs;
    private readonly Meant[] _meant;
    private readonly DisguiseFinder _disguises;
    private readonly PartedWords _parted;
    private readonly DisguiseTrie _trie;
    private readonly CharacterData _characters;

    /// <summary>A sieve for what disguises the terms of this tree.</summary>
    public Sieve(DisguiseTrie trie, IEnumerable<string> confusable, CharacterData characters, CharacterTable table)
    {
        var splits = new SplitIndex(characters, trie.Alphabet);
        (_trie, _characters) = (trie, characters);
        _disguises = new DisguiseFinder(trie, splits, characters, table);
        _parted = new PartedWords(trie);
        var confusions = new Confusions(confusable, characters);
        uint[] pairs = [.. confusions.Alike.Keys.Union(splits.Pairs)];
        _filter = new PairFilter(pairs);
        var meant = new List<Meant>();
        _pairs = new (bool, int, int)[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var from = meant.Count;
            meant.AddRange(confusions.Alike.GetValueOrDefault(pairs[i], []));
            _pairs[i] = (splits.Pairs.Contains(pairs[i]), from, meant.Count);
        }

        _meant = [.. meant];
        _entries = new NumberTable<uint>([.. pairs.Select(static (pair, index) => KeyValuePair.Create(pair, index))]);
        _inside = new NumberTable<uint>([.. confusions.Inside.Select(static pair => KeyValuePair.Create(pair, 0))]);
    }

    /// <summary>Adds what is disguised, in no order.</summary>
    /// <returns>True when there was any.</returns>
    public bool Find(ReadOnlySpan<char> text, RawMatches found)
    {
        var pass = new SievePass();
        _disguises.FindByLetters(text, pass.Disguised);
        if (text.Length > 0)
        {
            Go(text, pass);
        }

        // Such a word counts only beside a plain one.
        if (found.Count > 0)
        {
            _parted.Find(text, pass.Disguised);
        }

        foreach (var match in pass.Disguised.Span)
        {
            found.Keep(match);
        }

        return !pass.Disguised.Span.IsEmpty;
    }

    // Every character of every text goes through here, so it is compiled at its best at once, not after some thousand texts, and reads its tables
    // without bounds checks: a char indexes 65,536 units, two syllables of nine bits the bitmap of 2^18 sounds, and a shifted hash the filter's words.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Go(ReadOnlySpan<char> text, SievePass pass)
    {
        ref var units = ref MemoryMarshal.GetReference(_characters.UsualReadings);
        ref var sounds = ref MemoryMarshal.GetReference(_trie.Openings.Sounds);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter.Words);
        var shift = _filter.Shift;
        uint before = text[0];
        uint known = Unsafe.Add(ref units, before);
        for (var at = 1; at < text.Length; at++)
        {
            uint c = text[at];
            uint own = Unsafe.Add(ref units, c);
            var sound = Openings.SoundOf(known & Syllable, own & Syllable);
            var heard = Unsafe.Add(ref sounds, sound >> 6) >> (int)sound;
            var hash = PairFilter.Hash((before << 16) | c);
            var mask = PairFilter.MaskOf(hash);
            if ((heard & 1) != 0 && !pass.Disguised.IsFull)
            {
                new ConfusionWalk(text, _trie, _characters, pass.Disguised).BySound(at - 1, sound);
            }

            if ((Unsafe.Add(ref filter, (nint)(hash >> shift)) & mask) == mask && !pass.Disguised.IsFull)
            {
                Look(text, at - 1, pass);
            }

            (before, known) = (c, own);
        }
    }

    private void Look(ReadOnlySpan<char> text, int at, SievePass pass)
    {
        var index = _entries[CharacterPair.Of(text[at], text[at + 1])];
        if (index < 0)
        {
            return;
        }

        var (areParts, from, to) = _pairs[index];
        if (areParts)
        {
            pass.Walked = _disguises.FindBySplit(text, at, pass.Walked, pass.Disguised);
        }

        foreach (var (isSecond, character) in _meant.AsSpan(from, to - from))
        {
            var place = isSecond ? at + 1 : at;
            new ConfusionWalk(text, _trie, _characters, pass.Disguised).ByLook(place, character, Earliest(text, place, character));
        }
    }

    /// <summary>Where a term with this character at an offset may begin at the earliest: as far back as all pairs stand in terms.</summary>
    private int Earliest(ReadOnlySpan<char> text, int at, char other)
    {
        var (start, second) = (at, other);
        while (start > 0 && at - start < ConfusionWalk.Longest - 1 && IsInside(text[start - 1], second))
        {
            second = text[--start];
        }

        return start;
    }

    private bool IsInside(char first, char second) => _inside[CharacterPair.Of(first, second)] >= 0;
}
