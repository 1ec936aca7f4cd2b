using System.Numerics;
using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The openings of the terms that may be confused, by how they sound: a bit for each pair of syllables, and behind it those that sound so.</summary>
internal sealed class Openings
{
    private const int SyllableBits = 9;
    private const int WordBits = 6;

    private readonly ulong[] _sounds = new ulong[1 << ((2 * SyllableBits) - WordBits)];
    private readonly int[] _ranks = new int[1 << ((2 * SyllableBits) - WordBits)];
    private readonly int[] _starts;
    private readonly Opening[] _openings;

    /// <summary>Keeps these, of one sound in the order given.</summary>
    public Openings(IEnumerable<(uint Sound, Opening Opening)> openings)
    {
        var bySound = openings.GroupBy(static one => one.Sound).OrderBy(static sound => sound.Key).ToArray();
        foreach (var sound in bySound)
        {
            _sounds[sound.Key >> WordBits] |= 1UL << (int)sound.Key;
        }

        for (var word = 1; word < _ranks.Length; word++)
        {
            _ranks[word] = _ranks[word - 1] + BitOperations.PopCount(_sounds[word - 1]);
        }

        _openings = [.. bySound.SelectMany(static sound => sound.Select(static one => one.Opening))];
        _starts = new int[bySound.Length + 1];
        for (var i = 0; i < bySound.Length; i++)
        {
            _starts[i + 1] = _starts[i] + bySound[i].Count();
        }
    }

    /// <summary>The pairs of syllables the terms begin with, as bits at <see cref="SoundOf"/>.</summary>
    public ReadOnlySpan<ulong> Sounds => _sounds;

    /// <summary>Two syllables as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SoundOf(uint first, uint second) => (first << SyllableBits) | second;

    /// <summary>Those that sound so; the sound is one of <see cref="Sounds"/>.</summary>
    public ReadOnlySpan<Opening> Of(uint sound)
    {
        var word = sound >> WordBits;
        var rank = _ranks[word] + BitOperations.PopCount(_sounds[word] & ((1UL << (int)sound) - 1));
        return _openings.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);
    }
}
