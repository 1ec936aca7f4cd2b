using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>A copy of a lexicon's trie to which words can be added.</summary>
internal sealed class TrieEditor
{
    private const int MostTries = 512;

    private readonly ulong[] _first = new ulong[TrieNode.NoLabel];
    private int _codeCount;
    private ulong[] _nodes;
    private bool[] _bases;
    private int _highestBase;
    private int _firstFree;
    private int _end;

    public TrieEditor(Lexicon origin)
    {
        Codes = [.. origin.Codes];
        CutCodes = [.. origin.CutCodes];
        _codeCount = Codes.Max() + 1;
        Array.Fill(_first, TrieNode.Free);
        origin.First.AsSpan(0, _codeCount).CopyTo(_first);
        _nodes = [.. origin.Nodes];
        _bases = new bool[_nodes.Length];
        _bases[0] = true;
        NoteBases(_first);
        NoteBases(_nodes);

        _end = Array.FindLastIndex(_nodes, node => node != TrieNode.Free) + 1;
        _firstFree = _end;
    }

    /// <summary>Code of each UTF-16 code unit.</summary>
    public ushort[] Codes { get; }

    /// <summary>The same, for cutting.</summary>
    public ushort[] CutCodes { get; }

    /// <summary>Gives a word its frequency; prefixes that are not there yet become mere prefixes.</summary>
    public void Set(string word, int frequency)
    {
        var code = CodeOf(word[0]);
        if (TrieNode.Label(_first[code]) == TrieNode.NoLabel)
        {
            _first[code] = TrieNode.Pack(code, 0, TrieNode.Base(_first[code]));
        }

        // A place below zero is the complement of a code on the first level.
        var place = ~code;
        foreach (var c in word.AsSpan(1))
        {
            place = Child(place, CodeOf(c));
        }

        At(place) = TrieNode.WithFrequency(At(place), frequency);
    }

    /// <summary>The arrays themselves, grown so that any base plus any code is a slot; the next <see cref="Set"/> changes them.</summary>
    public (ulong[] First, ulong[] Nodes) Arrays()
    {
        Grow(_highestBase + _codeCount);
        return (_first, _nodes);
    }

    private void NoteBases(ReadOnlySpan<ulong> nodes)
    {
        foreach (var node in nodes)
        {
            var childBase = TrieNode.Base(node);
            _bases[childBase] = true;
            _highestBase = Math.Max(_highestBase, childBase);
        }
    }

    private int CodeOf(char c)
    {
        if (Codes[c] == 0)
        {
            if (_codeCount == _first.Length)
            {
                throw new ArgumentException("The words hold too many different characters.", nameof(c));
            }

            Codes[c] = (ushort)_codeCount++;
            CutCodes[c] = CutCodes[c] == Lexicon.Outside ? Lexicon.Outside : Codes[c];
        }

        return Codes[c];
    }

    private ref ulong At(int place) => ref place < 0 ? ref _first[~place] : ref _nodes[place];

    private int Child(int parent, int code)
    {
        var childBase = TrieNode.Base(At(parent));
        if (childBase != 0)
        {
            Grow(childBase + code + 1);
            var node = _nodes[childBase + code];
            if (TrieNode.Label(node) == code)
            {
                return childBase + code;
            }

            if (node != TrieNode.Free)
            {
                childBase = Move(parent, childBase, code);
            }
        }
        else
        {
            childBase = TakeBase([code]);
            At(parent) = TrieNode.WithBase(At(parent), childBase);
        }

        Put(childBase + code, TrieNode.Pack(code, 0, 0));
        return childBase + code;
    }

    /// <summary>Moves the children of a node to where there is also room for one more. It looks through all codes, thousands of times at each start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Move(int parent, int oldBase, int code)
    {
        List<int> codes = [];
        var slots = _nodes.AsSpan(oldBase, Math.Min(_codeCount, _nodes.Length - oldBase));
        for (var other = 1; other < slots.Length; other++)
        {
            if (TrieNode.Label(slots[other]) == other)
            {
                codes.Add(other);
            }
        }

        var newBase = TakeBase([.. codes.Append(code).Order()]);
        foreach (var other in codes)
        {
            Put(newBase + other, _nodes[oldBase + other]);
            _nodes[oldBase + other] = TrieNode.Free;
        }

        _bases[oldBase] = false;
        At(parent) = TrieNode.WithBase(At(parent), newBase);
        return newBase;
    }

    /// <summary>Finds a base not taken at which all codes have free slots; behind the last slot there always is one.</summary>
    private int TakeBase(int[] codes)
    {
        while (_firstFree < _nodes.Length && _nodes[_firstFree] != TrieNode.Free)
        {
            _firstFree++;
        }

        var candidate = Math.Max(1, _firstFree - codes[0]);
        for (var tries = 0; !Fits(candidate, codes); tries++)
        {
            candidate = tries == MostTries ? Math.Max(candidate + 1, _end - codes[0]) : candidate + 1;
        }

        if (candidate > TrieNode.MaxIndex)
        {
            throw new ArgumentException("The words are too many for the dictionary.", nameof(codes));
        }

        Grow(candidate + codes[^1] + 1);
        _bases[candidate] = true;
        _highestBase = Math.Max(_highestBase, candidate);
        return candidate;
    }

    private bool Fits(int candidate, int[] codes)
    {
        if (candidate < _bases.Length && _bases[candidate])
        {
            return false;
        }

        foreach (var code in codes)
        {
            if (candidate + code < _nodes.Length && _nodes[candidate + code] != TrieNode.Free)
            {
                return false;
            }
        }

        return true;
    }

    private void Put(int slot, ulong node)
    {
        _nodes[slot] = node;
        _end = Math.Max(_end, slot + 1);
    }

    private void Grow(int length)
    {
        if (length > _nodes.Length)
        {
            var old = _nodes.Length;
            Array.Resize(ref _nodes, Math.Max(length, old + (old / 4)));
            Array.Fill(_nodes, TrieNode.Free, old, _nodes.Length - old);
            Array.Resize(ref _bases, _nodes.Length);
        }
    }
}
