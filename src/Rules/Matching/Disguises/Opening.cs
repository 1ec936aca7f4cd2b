using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The first two characters of terms that may be confused.</summary>
/// <param name="First">The first character.</param>
/// <param name="Second">The second.</param>
/// <param name="Node">The node they lead to.</param>
/// <param name="Next">Index of the next opening that sounds the same; -1 when this is the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Opening(char First, char Second, int Node, int Next);
