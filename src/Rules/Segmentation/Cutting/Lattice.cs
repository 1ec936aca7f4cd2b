using System.Runtime.InteropServices;
using OpinionWatch.Rules.Segmentation.Dictionary;
using static System.Runtime.CompilerServices.Unsafe;

namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>
/// Finds the heaviest chain of dictionary words (jieba's <c>get_DAG</c> and <c>calc</c> in one): backwards through the text, at each character
/// down the trie. A weight is (log frequency - log total) + the rest, in doubles and in that order; of equal weights the longer word wins.
/// </summary>
internal static class Lattice
{
    /// <summary>Writes at each character the length of the best word beginning there; -1 or -2 at what stands outside the blocks.</summary>
    /// <param name="lexicon">The dictionary.</param>
    /// <param name="text">A stretch that neither begins nor ends inside a block, a surrogate pair or a line break.</param>
    /// <param name="workspace">Holds the result in <see cref="Workspace.Lengths"/>.</param>
    public static void Weigh(Lexicon lexicon, ReadOnlySpan<char> text, Workspace workspace)
    {
        workspace.EnsureLengths(text.Length);
        workspace.Codes[Workspace.Window] = 0;
        workspace.Routes[Workspace.Window] = 0;
        for (var end = text.Length; end > 0; end -= Workspace.Window)
        {
            var start = Math.Max(0, end - Workspace.Window);
            WeighWindow(lexicon, text, start, end, workspace);
            if (start > 0)
            {
                workspace.Codes.AsSpan(0, Workspace.Overlap).CopyTo(workspace.Codes.AsSpan(Workspace.Window));
                workspace.Routes.AsSpan(0, Workspace.Overlap).CopyTo(workspace.Routes.AsSpan(Workspace.Window));
            }
        }
    }

    // Indexes are proved here and not checked in the loop: codes and routes have Window + Overlap entries and a trie path is at most
    // Overlap - 1 deep; a base plus a code is a slot (DictionaryImage, TrieEditor); lengths has an entry for each character.
    private static void WeighWindow(Lexicon lexicon, ReadOnlySpan<char> text, int start, int end, Workspace workspace)
    {
        ref var chars = ref MemoryMarshal.GetReference(text);
        ref var cutCodes = ref MemoryMarshal.GetArrayDataReference(lexicon.CutCodes);
        ref var first = ref MemoryMarshal.GetArrayDataReference(lexicon.First);
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(lexicon.Nodes);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(lexicon.Weights);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(workspace.Codes);
        ref var routes = ref MemoryMarshal.GetArrayDataReference(workspace.Routes);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(workspace.Lengths);
        var unknown = lexicon.UnknownWeight;
        var at = Workspace.Window;
        for (var i = end - 1; i >= start; i--)
        {
            at--;
            var code = Add(ref cutCodes, (nint)Add(ref chars, i));
            if (code == Lexicon.Outside)
            {
                Add(ref codes, at) = 0;
                Add(ref routes, at) = 0;
                Add(ref lengths, i) = OutsideLength(text, i);
                continue;
            }

            Add(ref codes, at) = code;
            var node = Add(ref first, (nint)code);
            var best = Add(ref weights, TrieNode.Frequency(node)) + Add(ref routes, at + 1);
            var bestEnd = at + 1;
            var childBase = TrieNode.Base(node);
            for (var next = at + 1; childBase != 0;)
            {
                int nextCode = Add(ref codes, next);
                node = Add(ref nodes, childBase + nextCode);
                if (TrieNode.Label(node) != nextCode)
                {
                    break;
                }

                next++;
                var weight = Add(ref weights, TrieNode.Frequency(node)) + Add(ref routes, next);
                if (weight >= best)
                {
                    best = weight;
                    bestEnd = next;
                }

                childBase = TrieNode.Base(node);
            }

            if (double.IsNegativeInfinity(best))
            {
                best = unknown + Add(ref routes, at + 1);
                bestEnd = at + 1;
            }

            Add(ref routes, at) = best;
            Add(ref lengths, i) = bestEnd - at;
        }
    }

    private static int OutsideLength(ReadOnlySpan<char> text, int i)
    {
        if (i + 1 < text.Length)
        {
            var c = text[i];
            if ((c == '\r' && text[i + 1] == '\n') || (char.IsHighSurrogate(c) && char.IsLowSurrogate(text[i + 1])))
            {
                return -2;
            }
        }

        return -1;
    }
}
