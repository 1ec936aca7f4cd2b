using System.Collections.Frozen;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Finds the few grave terms people write by the first letters of their pinyin (qc, GTJ). Any two letters stand for many things, so only these.</summary>
internal sealed class Initials
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["qc"] = "强拆",
        ["qz"] = "强征",
        ["cq"] = "拆迁",
        ["zd"] = "征地",
        ["wj"] = "违建",
        ["wq"] = "维权",
        ["jf"] = "截访",
        ["hsh"] = "黑社会",
        ["gtj"] = "国土局",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);

    /// <summary>Keeps those that are terms of this tree.</summary>
    public Initials(DisguiseTrie trie)
    {
        foreach (var (letters, term) in Known)
        {
            var node = 0;
            for (var i = 0; i < term.Length && node >= 0; i++)
            {
                node = trie.Child(node, term[i]);
            }

            if (node >= 0 && trie.PatternAt(node) is >= 0 and var pattern)
            {
                _patterns[letters] = pattern;
            }
        }
    }

    /// <summary>Adds the term a whole run of letters stands for.</summary>
    public void Find(ReadOnlySpan<char> text, int at, int end, DisguisedMatches into)
    {
        if (end - at is 2 or 3 && _patterns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[at..end], out var pattern))
        {
            into.Add(new RawMatch(pattern, at, end, Disguise.Initials));
        }
    }
}
