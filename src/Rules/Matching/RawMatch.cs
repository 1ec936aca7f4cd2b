using System.Runtime.InteropServices;
using OpinionWatch.Rules.Matching.Disguises;

namespace OpinionWatch.Rules.Matching;

/// <summary>A pattern met in the folded text, from <paramref name="Start"/> to <paramref name="End"/> (exclusive), perhaps disguised.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawMatch(int Pattern, int Start, int End, Disguise Disguise = Disguise.None);
