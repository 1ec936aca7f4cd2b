using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>The character that may be meant by one of a pair that looks alike.</summary>
/// <param name="IsSecond">Whether the second of the pair is meant otherwise, else the first.</param>
/// <param name="Character">The character meant.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Meant(bool IsSecond, char Character);
