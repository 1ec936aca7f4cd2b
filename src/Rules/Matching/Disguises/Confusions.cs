using System.Numerics;
using System.Runtime.InteropServices;
using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds terms with characters replaced by ones that sound or look alike. A bitmap over the first two characters passes by nearly all text.</summary>
internal sealed class Confusions
{
    private const int SyllableBits = 9;
    private const int MostTried = 32;

    private readonly ulong[] _sounds = new ulong[1 << ((2 * SyllableBits) - 6)];
    private readonly ulong[] _looks;
    private readonly int _lookShift;
    private readonly Dictionary<int, List<(string Term, int Pattern)>> _bySound = [];
    private readonly Dictionary<int, List<(string Term, int Pattern)>> _byPair = [];
    private readonly CharacterData _characters;

    /// <summary>An index of these folded terms.</summary>
    public Confusions(IReadOnlyList<(string Term, int Pattern)> terms, CharacterData characters)
    {
        _characters = characters;
        var looks = new HashSet<int>();
        foreach (var (term, pattern) in terms)
        {
            AddSound(term, pattern);
            List(_byPair, PairOf(term[0], term[1])).Add((term, pattern));
            _ = looks.Add(PairOf(term[0], term[1]));
            looks.UnionWith(characters.AlikeTo(term[0]).Select(other => PairOf(other, term[1])));
            looks.UnionWith(characters.AlikeTo(term[1]).Select(other => PairOf(term[0], other)));
        }

        var bits = Math.Clamp(BitOperations.Log2((uint)(looks.Count * 16) | 1) + 1, 12, 23);
        _lookShift = 32 - bits;
        _looks = new ulong[1 << (bits - 6)];
        foreach (var pair in looks)
        {
            var bit = Hash(pair);
            _looks[bit >> 6] |= 1UL << (int)(bit & 63);
        }

        IsEmpty = terms.Count == 0;
    }

    /// <summary>Whether there is nothing to find.</summary>
    public bool IsEmpty { get; }

    /// <summary>Adds what it finds.</summary>
    public void Find(ReadOnlySpan<char> text, DisguisedMatches into)
    {
        if (IsEmpty || text.Length < 2)
        {
            return;
        }

        var usual = _characters.UsualReadings;
        var sounds = _sounds.AsSpan();
        var looks = _looks.AsSpan();
        var shift = _lookShift;
        var before = text[0];
        uint spoken = usual[before];
        for (var at = 1; at < text.Length; at++)
        {
            var c = text[at];
            uint syllable = usual[c];
            var sound = (spoken << SyllableBits) | syllable;
            if (syllable != 0 && (sounds[(int)(sound >> 6)] >> (int)(sound & 63) & 1) != 0)
            {
                TrySound(text, at - 1, (int)sound, into);
            }

            var look = (uint)(((before << 16) | c) * 0x9E3779B1u) >> shift;
            if ((looks[(int)(look >> 6)] >> (int)(look & 63) & 1) != 0)
            {
                TryLook(text, at - 1, into);
            }

            (before, spoken) = (c, syllable);
        }
    }

    private static int PairOf(char first, char second) => (first << 16) | second;

    private static List<(string Term, int Pattern)> List(Dictionary<int, List<(string Term, int Pattern)>> index, int key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _) ??= [];

    private uint Hash(int pair) => ((uint)pair * 0x9E3779B1u) >> _lookShift;

    private void AddSound(string term, int pattern)
    {
        var (first, second) = (_characters.UsualReadings[term[0]], _characters.UsualReadings[term[1]]);
        if (first != 0 && second != 0)
        {
            var key = (first << SyllableBits) | second;
            _sounds[key >> 6] |= 1UL << (key & 63);
            List(_bySound, key).Add((term, pattern));
        }
    }

    private void TrySound(ReadOnlySpan<char> text, int at, int key, DisguisedMatches into)
    {
        var usual = _characters.UsualReadings;
        var terms = CollectionsMarshal.AsSpan(_bySound[key]);
        foreach (var (term, pattern) in terms[..Math.Min(terms.Length, MostTried)])
        {
            if (at + term.Length > text.Length)
            {
                continue;
            }

            var (differing, i) = (0, 0);
            for (; i < term.Length && (text[at + i] == term[i] || (usual[term[i]] != 0 && usual[term[i]] == usual[text[at + i]])); i++)
            {
                differing += text[at + i] == term[i] ? 0 : 1;
            }

            if (i == term.Length && differing > 0)
            {
                into.Add(new RawMatch(pattern, at, at + term.Length, Disguise.Homophone | (differing < term.Length ? Disguise.Plain : Disguise.None)));
            }
        }
    }

    private void TryLook(ReadOnlySpan<char> text, int at, DisguisedMatches into)
    {
        TryPair(text, at, PairOf(text[at], text[at + 1]), into);
        foreach (var other in _characters.AlikeTo(text[at]))
        {
            TryPair(text, at, PairOf(other, text[at + 1]), into);
        }

        foreach (var other in _characters.AlikeTo(text[at + 1]))
        {
            TryPair(text, at, PairOf(text[at], other), into);
        }
    }

    private void TryPair(ReadOnlySpan<char> text, int at, int pair, DisguisedMatches into)
    {
        if (!_byPair.TryGetValue(pair, out var list))
        {
            return;
        }

        var terms = CollectionsMarshal.AsSpan(list);
        foreach (var (term, pattern) in terms[..Math.Min(terms.Length, MostTried)])
        {
            if (at + term.Length > text.Length)
            {
                continue;
            }

            var differing = -1;
            for (var i = 0; i < term.Length; i++)
            {
                if (text[at + i] != term[i])
                {
                    differing = differing == -1 ? i : term.Length;
                }
            }

            if (differing >= 0 && differing < term.Length && _characters.AlikeTo(term[differing]).Contains(text[at + differing]))
            {
                into.Add(new RawMatch(pattern, at, at + term.Length, Disguise.LookAlike | Disguise.Plain));
            }
        }
    }
}
