using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Segmentation;

/// <summary>One token as a place in the text it was cut from.</summary>
/// <param name="Start">Index of the first UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units, at least one.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Token(int Start, int Length);
