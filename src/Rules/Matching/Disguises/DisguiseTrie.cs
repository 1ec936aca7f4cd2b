using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The terms as a tree that can be walked by character and by syllable.</summary>
internal sealed class DisguiseTrie
{
    private const int SyllableBits = 10;
    private const int LongestPaired = 4;

    private readonly Node[] _nodes;
    private readonly (int Child, int Next)[] _cells;
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly NumberTable<long> _byCharacter;
    private readonly NumberTable<long> _bySyllable;

    /// <summary>A tree of these folded terms.</summary>
    public DisguiseTrie(IEnumerable<(string Folded, int Pattern, bool Confusable)> terms, CharacterData characters)
    {
        var (byCharacter, bySyllable) = (new Dictionary<long, int>(), new Dictionary<long, int>());
        List<Node> nodes = [default(Node) with { Pattern = -1 }];
        List<(int Child, int Next)> cells = [(0, -1)];
        List<(int First, int Second)> opened = [];
        Array.Fill(_roots, -1);
        foreach (var (folded, pattern, confusable) in terms)
        {
            var path = new List<int> { 0 };
            foreach (var c in folded)
            {
                var key = KeyOf(path[^1], c);
                if (!byCharacter.TryGetValue(key, out var next))
                {
                    byCharacter[key] = next = nodes.Count;
                    nodes.Add(new Node(-1, c));
                    _ = Alphabet.Add(c);
                    foreach (var syllable in characters.ReadingsOf(c))
                    {
                        var spoken = SpokenKeyOf(path[^1], syllable);
                        cells.Add((next, bySyllable.GetValueOrDefault(spoken, -1)));
                        bySyllable[spoken] = cells.Count - 1;
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
            nodes[path[^1]] = nodes[path[^1]] with { Pattern = pattern, IsConfusable = confusable };
            if (confusable)
            {
                Open(path, nodes, opened, characters.UsualReadings);
            }
        }

        (_nodes, _cells) = ([.. nodes], [.. cells]);
        (_byCharacter, _bySyllable) = (new NumberTable<long>(byCharacter), new NumberTable<long>(bySyllable));
        opened.Reverse();
        Openings = new Openings(opened.Select(pair => OpeningOf(nodes[pair.First].Character, pair.Second, nodes[pair.Second], characters.UsualReadings)));
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

    /// <summary>What the terms begin with that may be confused.</summary>
    public Openings Openings { get; }

    private static long KeyOf(int node, char c) => ((long)node << 16) | c;

    private static long SpokenKeyOf(int node, ushort syllable) => ((long)node << SyllableBits) | syllable;

    private static void Open(List<int> path, List<Node> nodes, List<(int First, int Second)> opened, ReadOnlySpan<ushort> readings)
    {
        var known = nodes[path[2]].IsOpening;
        for (var i = 1; i < path.Count - 1; i++)
        {
            var bit = 1UL << (readings[nodes[path[i + 1]].Character] & 63);
            nodes[path[i]] = nodes[path[i]] with { Following = nodes[path[i]].Following | bit };
        }

        if (!known && readings[nodes[path[1]].Character] != 0 && readings[nodes[path[2]].Character] != 0)
        {
            opened.Add((path[1], path[2]));
            nodes[path[2]] = nodes[path[2]] with { IsOpening = true };
        }
    }

    private static (uint Sound, Opening Opening) OpeningOf(char first, int node, Node second, ReadOnlySpan<ushort> readings) =>
        (Openings.SoundOf(readings[first], readings[second.Character]), new Opening(first, second.Character, node, second.IsConfusable, second.Following));

    private readonly record struct Node(int Pattern, char Character, bool IsConfusable = false, bool IsOpening = false, ulong Following = 0);
}
