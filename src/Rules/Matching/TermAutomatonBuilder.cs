namespace OpinionWatch.Rules.Matching;

/// <summary>Builds the automaton: trie, then fail links breadth first, then the double array.</summary>
internal static class TermAutomatonBuilder
{
    /// <summary>An automaton of distinct patterns, none empty; their index is what a match names.</summary>
    public static TermAutomaton Build(IReadOnlyList<string> patterns)
    {
        var codes = new ushort[char.MaxValue + 1];
        var alphabet = CodesOf(patterns, codes);
        var trie = new Trie(patterns, codes);
        var slots = Place(trie, alphabet, out var bases, out var checks);
        var fails = new int[bases.Length];
        var patternOf = new int[bases.Length];
        var shorter = new int[bases.Length];
        Array.Fill(patternOf, -1);
        foreach (var node in trie.BreadthFirst)
        {
            var slot = slots[node];
            patternOf[slot] = trie.Pattern(node);
            fails[slot] = slots[trie.Fail(node)];
        }

        foreach (var node in trie.BreadthFirst)
        {
            var slot = slots[node];
            shorter[slot] = node == 0 ? 0 : patternOf[fails[slot]] >= 0 ? fails[slot] : shorter[fails[slot]];
        }

        return new TermAutomaton(codes, bases, checks, fails, patternOf, shorter, [.. patterns.Select(pattern => pattern.Length)]);
    }

    private static int CodesOf(IReadOnlyList<string> patterns, ushort[] codes)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in patterns.SelectMany(pattern => pattern))
        {
            counts[c] = counts.GetValueOrDefault(c) + 1;
        }

        ushort next = 1;
        foreach (var c in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key))
        {
            codes[c] = next++;
        }

        return next;
    }

    private static int[] Place(Trie trie, int alphabet, out int[] bases, out int[] checks)
    {
        var slots = new int[trie.Count];
        var size = Math.Max(1024, trie.Count * 2) + alphabet;
        bases = new int[size];
        checks = new int[size];
        Array.Fill(checks, -1);
        checks[0] = 0;
        var first = 1;
        foreach (var node in trie.BreadthFirst)
        {
            var children = trie.Children(node);
            if (children.Count == 0)
            {
                continue;
            }

            while (checks[first] >= 0)
            {
                first++;
            }

            var start = Math.Max(0, first - children.Keys[0]);
            while (!Fits(checks, start, children.Keys))
            {
                start++;
            }

            if (start + (2 * alphabet) >= checks.Length)
            {
                var old = checks.Length;
                Array.Resize(ref bases, old * 2);
                Array.Resize(ref checks, old * 2);
                Array.Fill(checks, -1, old, checks.Length - old);
            }

            bases[slots[node]] = start;
            foreach (var (code, child) in children)
            {
                checks[start + code] = slots[node];
                slots[child] = start + code;
            }
        }

        return slots;
    }

    private static bool Fits(int[] checks, int start, IList<int> codes)
    {
        foreach (var code in codes)
        {
            if (checks[start + code] >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Trie
    {
        private readonly List<SortedList<int, int>> _children = [[]];
        private readonly List<int> _patterns = [-1];
        private readonly List<int> _order = [0];
        private readonly int[] _fails;

        public Trie(IReadOnlyList<string> patterns, ushort[] codes)
        {
            for (var i = 0; i < patterns.Count; i++)
            {
                Insert(patterns[i], i, codes);
            }

            _fails = new int[_children.Count];
            for (var at = 0; at < _order.Count; at++)
            {
                foreach (var (code, child) in _children[_order[at]])
                {
                    _order.Add(child);
                    _fails[child] = _order[at] == 0 ? 0 : FollowFails(_fails[_order[at]], code);
                }
            }
        }

        public int Count => _children.Count;

        public IReadOnlyList<int> BreadthFirst => _order;

        public SortedList<int, int> Children(int node) => _children[node];

        public int Pattern(int node) => _patterns[node];

        public int Fail(int node) => _fails[node];

        private int FollowFails(int node, int code)
        {
            while (true)
            {
                if (_children[node].TryGetValue(code, out var next))
                {
                    return next;
                }

                if (node == 0)
                {
                    return 0;
                }

                node = _fails[node];
            }
        }

        private void Insert(string pattern, int index, ushort[] codes)
        {
            var node = 0;
            foreach (var c in pattern)
            {
                if (!_children[node].TryGetValue(codes[c], out var next))
                {
                    next = _children.Count;
                    _children.Add([]);
                    _patterns.Add(-1);
                    _children[node].Add(codes[c], next);
                }

                node = next;
            }

            _patterns[node] = index;
        }
    }
}
