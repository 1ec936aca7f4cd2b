using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Which characters of the terms two or three neighbouring characters may be the parts of.</summary>
internal sealed class SplitIndex
{
    private readonly Dictionary<long, string> _wholes = [];
    private readonly CharacterData _characters;
    private readonly BitFilter _pairs;

    /// <summary>Keeps the ways that make a character of <paramref name="alphabet"/>.</summary>
    public SplitIndex(CharacterData characters, IReadOnlySet<char> alphabet)
    {
        _characters = characters;
        foreach (var (parts, whole) in characters.Splits)
        {
            if (alphabet.Contains(whole))
            {
                var key = Key(parts);
                _wholes[key] = _wholes.GetValueOrDefault(key, "") + whole;
                _ = Firsts.Add(parts[0]);
                AddPairs(characters, parts);
            }
        }

        _pairs = new BitFilter(Pairs.Count, Pairs.Select(CharacterPair.Hash));
    }

    /// <summary>The parts, usually spelled, that come first in some way.</summary>
    public HashSet<char> Firsts { get; } = [];

    /// <summary>The first two parts of each way, in every spelling.</summary>
    public HashSet<uint> Pairs { get; } = [];

    /// <summary>Whether any parts may begin with these two; says yes too often, but never no wrongly.</summary>
    public bool MayBegin(char first, char second) => _pairs.MayHave(CharacterPair.Hash(CharacterPair.Of(first, second)));

    /// <summary>The characters these parts make; empty when none.</summary>
    public string WholesOf(ReadOnlySpan<char> parts) => _wholes.GetValueOrDefault(Key(parts), "");

    private void AddPairs(CharacterData characters, string parts)
    {
        foreach (var first in characters.SpellingsOf(parts[0]))
        {
            foreach (var second in characters.SpellingsOf(parts[1]))
            {
                _ = Pairs.Add(CharacterPair.Of(first, second));
            }
        }
    }

    private long Key(ReadOnlySpan<char> parts)
    {
        var key = 0L;
        foreach (var part in parts)
        {
            key = (key << 16) | _characters.Radical(part);
        }

        return key;
    }
}
