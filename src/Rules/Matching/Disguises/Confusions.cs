using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Which pairs of characters may stand in terms for others that look alike.</summary>
internal sealed class Confusions
{
    /// <summary>Learns these folded terms.</summary>
    public Confusions(IEnumerable<string> terms, CharacterData characters)
    {
        foreach (var term in terms)
        {
            for (var i = 1; i < term.Length; i++)
            {
                _ = Inside.Add(CharacterPair.Of(term[i - 1], term[i]));
            }
        }

        foreach (var pair in Inside)
        {
            var (first, second) = ((char)(pair >> 16), (char)pair);
            foreach (var other in characters.AlikeTo(first))
            {
                AddMeant(CharacterPair.Of(other, second), new Meant(IsSecond: false, first));
            }

            foreach (var other in characters.AlikeTo(second))
            {
                AddMeant(CharacterPair.Of(first, other), new Meant(IsSecond: true, second));
            }
        }
    }

    /// <summary>The pairs of neighbours in the terms.</summary>
    public HashSet<uint> Inside { get; } = [];

    /// <summary>The same pairs with one character replaced by one that looks alike, and the characters that may be meant.</summary>
    public Dictionary<uint, List<Meant>> Alike { get; } = [];

    private void AddMeant(uint pair, Meant meant)
    {
        if (!Alike.TryGetValue(pair, out var all))
        {
            Alike[pair] = all = [];
        }

        if (!all.Contains(meant))
        {
            all.Add(meant);
        }
    }
}
