using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The terms as a tree that can be walked by character and by syllable.</summary>
internal sealed class DisguiseTrie
{
    private const int SyllableBits = 10;
    private const int LongestPaired = 4;

    private readonly List<Node> _nodes = [default(Node) with { Pattern = -1 }];
    private readonly List<(int Child, int Next)> _cells = [(0, -1)];
    private readonly List<Opening> _openings = [];
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly NumberTable<long> _byCharacter;
    private readonly NumberTable<long> _bySyllable;
    private readonly NumberTable<long> _bySound;

    /// <summary>A tree of these folded terms.</summary>
    public DisguiseTrie(IEnumerable<(string Folded, int Pattern, bool Confusable)> terms, CharacterData characters)
    {
        var (byCharacter, bySyllable, bySound) = (new Dictionary<long, int>(), new Dictionary<long, int>(), new Dictionary<long, int>());
        Array.Fill(_roots, -1);
        foreach (var (folded, pattern, confusable) in terms)
        {
            var path = new List<int> { 0 };
            foreach (var c in folded)
            {
                var key = KeyOf(path[^1], c);
                if (!byCharacter.TryGetValue(key, out var next))
                {
                    byCharacter[key] = next = _nodes.Count;
                    _nodes.Add(new Node(-1, c));
                    _ = Alphabet.Add(c);
                    foreach (var syllable in characters.ReadingsOf(c))
                    {
                        var spoken = SpokenKeyOf(path[^1], syllable);
                        _cells.Add((next, bySyllable.GetValueOrDefault(spoken, -1)));
                        bySyllable[spoken] = _cells.Count - 1;
                    }
                }

                path.Add(next);
            }

            for (var i = 1; i < folded.Length && folded.Length <= LongestPaired; i++)
            {
                _ = Pairs.Add(CharacterPair.Of(folded[i - 1], folded[i]));
            }

            _ = Firsts.Add(folded[0]);
            _roots[folded[0]] = path[1];
            _nodes[path[^1]] = _nodes[path[^1]] with { Pattern = pattern, IsConfusable = confusable };
            if (confusable)
            {
                Open(path, bySound, characters.UsualReadings);
            }
        }

        (_byCharacter, _bySyllable, _bySound) = (new NumberTable<long>(byCharacter), new NumberTable<long>(bySyllable), new NumberTable<long>(bySound));
    }

    /// <summary>Characters a term begins with.</summary>
    public HashSet<char> Firsts { get; } = [];

    /// <summary>All characters of all terms.</summary>
    public HashSet<char> Alphabet { get; } = [];

    /// <summary>Neighbours in the terms, in terms of four characters at most.</summary>
    public HashSet<uint> Pairs { get; } = [];

    /// <summary>The pattern that ends at a node; -1 when none does.</summary>
    public int PatternAt(int node) => _nodes[node].Pattern;

    /// <summary>Whether a term ends at a node that may stand with like-sounding and like-looking characters.</summary>
    public bool IsConfusable(int node) => _nodes[node].IsConfusable;

    /// <summary>Whether a longer such term may go on from a node with a character so read; says yes too often, but never no wrongly.</summary>
    public bool MayGoOn(int node, ushort syllable) => (_nodes[node].Following >> (syllable & 63) & 1) != 0;

    /// <summary>The character that leads to a node.</summary>
    public char CharacterOf(int node) => _nodes[node].Character;

    /// <summary>The child by a character; -1 when there is none.</summary>
    public int Child(int node, char c) => node == 0 ? _roots[c] : _byCharacter[KeyOf(node, c)];

    /// <summary>The first cell of the children that have this reading; -1 when there is none.</summary>
    public int FirstCell(int node, ushort syllable) => _bySyllable[SpokenKeyOf(node, syllable)];

    /// <summary>The child of a cell, and the next cell or -1.</summary>
    public (int Child, int Next) Cell(int cell) => _cells[cell];

    /// <summary>Index of the first opening of two syllables, as <see cref="Confusions.SoundOf"/> joins them; -1 when there is none.</summary>
    public int FirstOpening(uint sound) => _bySound[sound];

    /// <summary>An opening by its index.</summary>
    public Opening OpeningAt(int index) => _openings[index];

    private static long KeyOf(int node, char c) => ((long)node << 16) | c;

    private static long SpokenKeyOf(int node, ushort syllable) => ((long)node << SyllableBits) | syllable;

    private void Open(List<int> path, Dictionary<long, int> bySound, ReadOnlySpan<ushort> readings)
    {
        var known = _nodes[path[2]].IsOpening;
        for (var i = 1; i < path.Count - 1; i++)
        {
            var bit = 1UL << (readings[_nodes[path[i + 1]].Character] & 63);
            _nodes[path[i]] = _nodes[path[i]] with { Following = _nodes[path[i]].Following | bit };
        }

        var (first, second) = (_nodes[path[1]].Character, _nodes[path[2]].Character);
        if (!known && readings[first] != 0 && readings[second] != 0)
        {
            var sound = Confusions.SoundOf(readings[first], readings[second]);
            _openings.Add(new Opening(first, second, path[2], bySound.GetValueOrDefault(sound, -1)));
            bySound[sound] = _openings.Count - 1;
            _nodes[path[2]] = _nodes[path[2]] with { IsOpening = true };
        }
    }

    private readonly record struct Node(int Pattern, char Character, bool IsConfusable = false, bool IsOpening = false, ulong Following = 0);
}
