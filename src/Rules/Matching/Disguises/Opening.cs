using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The first two characters of terms that may be confused.</summary>
/// <param name="First">The first character.</param>
/// <param name="Second">The second.</param>
/// <param name="Node">The node they lead to.</param>
/// <param name="IsTerm">Whether they are a term themselves.</param>
/// <param name="Following">The syllables that may follow in longer terms, as bits at their number's last six bits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Opening(char First, char Second, int Node, bool IsTerm, ulong Following);
