using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>One place of the double array.</summary>
/// <param name="Parent">The slot it is a child of; -1 when the place is free.</param>
/// <param name="Base">Where its children stand, each at the base plus the code of its character; 0 when it has none.</param>
/// <param name="Pattern">The pattern that ends here; -1 when none does.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TrieSlot(int Parent, int Base, int Pattern)
{
    /// <summary>A place nothing stands at.</summary>
    public static TrieSlot Free => new(-1, 0, -1);
}
