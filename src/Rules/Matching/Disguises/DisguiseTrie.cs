using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The terms as a tree that can be walked by character and by syllable.</summary>
internal sealed class DisguiseTrie
{
    private const int SyllableBits = 10;
    private const int LongestPaired = 4;

    private readonly Dictionary<long, int> _byCharacter = [];
    private readonly Dictionary<long, int> _bySyllable = [];
    private readonly List<int> _patterns = [-1];
    private readonly List<bool> _confusable = [false];
    private readonly List<char> _of = ['\0'];
    private readonly List<(int Child, int Next)> _cells = [(0, -1)];
    private readonly CharacterData _characters;

    /// <summary>An empty tree.</summary>
    public DisguiseTrie(CharacterData characters) => _characters = characters;

    /// <summary>Characters a term begins with.</summary>
    public HashSet<char> Firsts { get; } = [];

    /// <summary>All characters of all terms.</summary>
    public HashSet<char> Alphabet { get; } = [];

    /// <summary>Neighbours in the terms, in terms of four characters at most.</summary>
    public HashSet<uint> Pairs { get; } = [];

    /// <summary>Adds a folded term.</summary>
    public void Add(string folded, int pattern, bool confusable)
    {
        var node = 0;
        _ = Firsts.Add(folded[0]);
        foreach (var c in folded)
        {
            var key = ((long)node << 16) | c;
            if (!_byCharacter.TryGetValue(key, out var next))
            {
                next = _patterns.Count;
                _patterns.Add(-1);
                _confusable.Add(false);
                _of.Add(c);
                _byCharacter.Add(key, next);
                _ = Alphabet.Add(c);
                foreach (var syllable in _characters.ReadingsOf(c))
                {
                    var spoken = ((long)node << SyllableBits) | syllable;
                    _cells.Add((next, _bySyllable.GetValueOrDefault(spoken, -1)));
                    _bySyllable[spoken] = _cells.Count - 1;
                }
            }

            node = next;
        }

        for (var i = 1; i < folded.Length && folded.Length <= LongestPaired; i++)
        {
            _ = Pairs.Add(PairFilter.PairOf(folded[i - 1], folded[i]));
        }

        _patterns[node] = pattern;
        _confusable[node] = confusable;
    }

    /// <summary>The pattern that ends at a node; -1 when none does.</summary>
    public int PatternAt(int node) => _patterns[node];

    /// <summary>Whether a term ends at a node that may stand with like-sounding and like-looking characters.</summary>
    public bool IsConfusable(int node) => _confusable[node];

    /// <summary>The character that leads to a node.</summary>
    public char CharacterOf(int node) => _of[node];

    /// <summary>The child by a character; -1 when there is none.</summary>
    public int Child(int node, char c) => _byCharacter.GetValueOrDefault(((long)node << 16) | c, -1);

    /// <summary>The first cell of the children that have this reading; -1 when there is none.</summary>
    public int FirstCell(int node, ushort syllable) => _bySyllable.GetValueOrDefault(((long)node << SyllableBits) | syllable, -1);

    /// <summary>The child of a cell, and the next cell or -1.</summary>
    public (int Child, int Next) Cell(int cell) => _cells[cell];
}
