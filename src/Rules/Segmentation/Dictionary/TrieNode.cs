using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>
/// A node of the trie in 64 bits: the code it answers to (16), the index of its frequency (24, 0 for a mere prefix), where its children
/// stand (24, 0 for none). No two nodes share a base, so the code alone proves a child.
/// </summary>
public static class TrieNode
{
    /// <summary>The label of a free slot and of a first-level entry that is no entry of the dictionary; no character has this code.</summary>
    public const int NoLabel = 0xFFFF;

    /// <summary>A free slot.</summary>
    public const ulong Free = NoLabel;

    /// <summary>Highest base and highest frequency index that fit.</summary>
    public const int MaxIndex = (1 << 24) - 1;

    /// <summary>Puts a node together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(int label, int frequency, int childBase) => (uint)label | ((ulong)frequency << 16) | ((ulong)childBase << 40);

    /// <summary>The code the node answers to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Label(ulong node) => (ushort)node;

    /// <summary>Index of the frequency.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Frequency(ulong node) => (int)(node >> 16) & MaxIndex;

    /// <summary>Where the children stand; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Base(ulong node) => (int)(node >> 40);

    /// <summary>The same node with another frequency.</summary>
    public static ulong WithFrequency(ulong node, int frequency) => Pack(Label(node), frequency, Base(node));

    /// <summary>The same node with its children elsewhere.</summary>
    public static ulong WithBase(ulong node, int childBase) => Pack(Label(node), Frequency(node), childBase);
}
