using System.Runtime.CompilerServices;
using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Where in a text terms may stand with characters that sound or look alike.</summary>
internal sealed class Confusions
{
    private const int SyllableBits = 9;

    private readonly ulong[] _sounds = new ulong[1 << ((2 * SyllableBits) - 6)];

    /// <summary>Learns these folded terms.</summary>
    public Confusions(IEnumerable<string> terms, CharacterData characters)
    {
        foreach (var term in terms)
        {
            var sound = SoundOf(characters.UsualReadings[term[0]], characters.UsualReadings[term[1]]);
            _sounds[sound >> 6] |= 1UL << (int)(sound & 63);
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

    /// <summary>The pairs of syllables the terms begin with, as bits at <see cref="SoundOf"/>.</summary>
    public ReadOnlySpan<ulong> Sounds => _sounds;

    /// <summary>Two syllables as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SoundOf(uint first, uint second) => (first << SyllableBits) | second;

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
