using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>A pattern met in the folded text, from <paramref name="Start"/> to <paramref name="End"/> (exclusive).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawMatch(int Pattern, int Start, int End);
