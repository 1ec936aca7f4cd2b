namespace OpinionWatch.Rules.Matching;

/// <summary>The trie of all patterns on a double array, built breadth first.</summary>
internal sealed class TermTrie
{
    private const int MostTries = 512;
    private readonly string[] _patterns;
    private readonly int _alphabet;
    private TrieSlot[] _slots = [];
    private int _firstFree = 2;
    private int _end = 1;

    /// <summary>Builds the trie of distinct patterns, none empty; their index is what a match names.</summary>
    public TermTrie(IReadOnlyList<string> patterns)
    {
        _patterns = [.. patterns];
        _alphabet = GiveCodes();
        Grow(1024 + (2 * _alphabet));
        _slots[0] = new TrieSlot(0, 0, -1);
        var order = Enumerable.Range(0, _patterns.Length).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(_patterns[a], _patterns[b]));
        var todo = new Queue<(int Slot, int Depth, int From, int To)>();
        if (order.Length > 0)
        {
            todo.Enqueue((0, 0, 0, order.Length));
        }

        while (todo.TryDequeue(out var node))
        {
            Place(node.Slot, node.Depth, order.AsSpan(node.From, node.To - node.From), node.From, todo);
        }
    }

    /// <summary>Code of each UTF-16 unit, from 1 by falling frequency; 0 when no pattern holds it.</summary>
    public ushort[] Codes { get; } = new ushort[char.MaxValue + 1];

    /// <summary>The double array; slot 0 is the root. A base plus any code is a slot.</summary>
    public TrieSlot[] Slots => _slots;

    /// <summary>The first two characters of the patterns that have two, low and high half, with the slot they lead to.</summary>
    public List<(uint Pair, int Slot)> Pairs { get; } = [];

    /// <summary>The patterns of two characters.</summary>
    public List<uint> Wholes { get; } = [];

    /// <summary>The first three characters of the patterns that have three: the first two as in <see cref="Pairs"/>, and the third.</summary>
    public List<(uint Pair, char Third)> Triples { get; } = [];

    /// <summary>The patterns of one character.</summary>
    public List<char> Singles { get; } = [];

    private static uint PairOf(string pattern) => pattern[0] | ((uint)pattern[1] << 16);

    private int GiveCodes()
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var c in _patterns.SelectMany(static pattern => pattern))
        {
            counts[c]++;
        }

        ushort next = 1;
        foreach (var c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(static c => c))
        {
            Codes[c] = next++;
        }

        return next;
    }

    /// <summary>Places the children of a node, whose patterns stand in order one after the other.</summary>
    private void Place(int slot, int depth, ReadOnlySpan<int> patterns, int from, Queue<(int Slot, int Depth, int From, int To)> todo)
    {
        if (_patterns[patterns[0]].Length == depth)
        {
            _slots[slot] = _slots[slot] with { Pattern = patterns[0] };
            if (depth == 1)
            {
                Singles.Add(_patterns[patterns[0]][0]);
            }
            else if (depth == 2)
            {
                Wholes.Add(PairOf(_patterns[patterns[0]]));
            }

            patterns = patterns[1..];
            from++;
        }

        List<(int Code, int From, int To)> children = [];
        for (var i = 0; i < patterns.Length; i++)
        {
            var code = Codes[_patterns[patterns[i]][depth]];
            if (children.Count > 0 && children[^1].Code == code)
            {
                children[^1] = children[^1] with { To = i + 1 };
            }
            else
            {
                children.Add((code, i, i + 1));
            }
        }

        if (children.Count == 0)
        {
            return;
        }

        var childBase = TakeBase([.. children.Select(static child => child.Code).Order()]);
        _slots[slot] = _slots[slot] with { Base = childBase };
        foreach (var (code, first, last) in children)
        {
            var child = childBase + code;
            _slots[child] = new TrieSlot(slot, 0, -1);
            _end = Math.Max(_end, child + 1);
            todo.Enqueue((child, depth + 1, from + first, from + last));
            var pattern = _patterns[patterns[first]];
            if (depth == 1)
            {
                Pairs.Add((PairOf(pattern), child));
            }
            else if (depth == 2)
            {
                Triples.Add((PairOf(pattern), pattern[2]));
            }
        }
    }

    /// <summary>Finds a base at which all codes have free slots; behind the last slot there always is one.</summary>
    private int TakeBase(int[] codes)
    {
        while (_slots[_firstFree].Parent >= 0)
        {
            _firstFree++;
        }

        var candidate = Math.Max(1, _firstFree - codes[0]);
        for (var tries = 0; !Fits(candidate, codes); tries++)
        {
            candidate++;
            if (tries == MostTries)
            {
                // So crowded a beginning is not worth a second look.
                candidate = Math.Max(candidate, _end - codes[0]);
                _firstFree++;
            }

            Grow(candidate + (2 * _alphabet));
        }

        Grow(candidate + (2 * _alphabet));
        return candidate;
    }

    private bool Fits(int candidate, int[] codes)
    {
        foreach (var code in codes)
        {
            if (_slots[candidate + code].Parent >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Grow(int length)
    {
        if (length > _slots.Length)
        {
            var old = _slots.Length;
            Array.Resize(ref _slots, Math.Max(length, 2 * old));
            Array.Fill(_slots, TrieSlot.Free, old, _slots.Length - old);
        }
    }
}
