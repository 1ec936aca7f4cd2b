namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>Tells whether a word of the dictionary may lie over an edge in a text. Mostly none does, and then the text need not be cut to know that a word begins there.</summary>
internal sealed class WordBridges
{
    private const int Bits = 22;
    private const uint Multiplier = 0x9E3779B1;

    private readonly Lexicon _lexicon;

    // The neighbours in all words, as bits at their hash: nine in ten strangers are told apart.
    private readonly ulong[] _pairs = new ulong[1 << (Bits - 6)];

    /// <summary>Goes over the whole trie once, in some milliseconds.</summary>
    public WordBridges(Lexicon lexicon)
    {
        _lexicon = lexicon;
        var nodes = lexicon.Nodes;
        var parents = new ushort[nodes.Length];
        foreach (var node in nodes)
        {
            parents[TrieNode.Base(node)] = (ushort)TrieNode.Label(node);
        }

        for (var code = 0; code < lexicon.First.Length; code++)
        {
            parents[TrieNode.Base(lexicon.First[code])] = (ushort)code;
        }

        for (var slot = 0; slot < nodes.Length; slot++)
        {
            var label = TrieNode.Label(nodes[slot]);
            if (label != TrieNode.NoLabel && slot >= label)
            {
                var bit = HashOf(parents[slot - label], label);
                _pairs[bit >> 6] |= 1UL << (int)bit;
            }
        }
    }

    /// <summary>False only when a cut of any stretch of the text round the edge has one there.</summary>
    public bool MayLieOver(ReadOnlySpan<char> text, int edge)
    {
        if (edge <= 0 || edge >= text.Length)
        {
            return false;
        }

        var codes = _lexicon.CutCodes;
        int code = codes[text[edge - 1]];
        if (IsJoined(text[edge - 1], text[edge]))
        {
            return true;
        }

        for (int start = edge - 1, next = codes[text[edge]]; IsPair(code, next); start--)
        {
            if (Reaches(text, start, edge))
            {
                return true;
            }

            if (start == 0)
            {
                break;
            }

            next = code;
            code = codes[text[start - 1]];
        }

        return false;
    }

    private static uint HashOf(int first, int second) => ((((uint)first << 16) | (uint)second) * Multiplier) >> (32 - Bits);

    /// <summary>What the cut joins without asking the dictionary: letters and figures, the halves of a line break and of a surrogate pair.</summary>
    private static bool IsJoined(char left, char right) =>
        (char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)) || (left == '\r' && right == '\n') || char.IsSurrogatePair(left, right);

    private bool IsPair(int first, int second)
    {
        if (first is 0 or Lexicon.Outside || second is 0 or Lexicon.Outside)
        {
            return false;
        }

        var bit = HashOf(first, second);
        return (_pairs[bit >> 6] >> (int)bit & 1) != 0;
    }

    /// <summary>Whether a word that begins here ends behind the edge.</summary>
    private bool Reaches(ReadOnlySpan<char> text, int start, int edge)
    {
        var codes = _lexicon.CutCodes;
        var node = _lexicon.First[codes[text[start]]];
        for (var at = start + 1; at < text.Length; at++)
        {
            int code = codes[text[at]];
            var childBase = TrieNode.Base(node);
            if (childBase == 0 || code is 0 or Lexicon.Outside)
            {
                return false;
            }

            node = _lexicon.Nodes[childBase + code];
            if (TrieNode.Label(node) != code)
            {
                return false;
            }

            if (at >= edge && TrieNode.Frequency(node) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
