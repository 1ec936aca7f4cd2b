using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Matching.Disguises;

/// <summary>Two neighbouring characters as one number.</summary>
internal static class CharacterPair
{
    /// <summary>The pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(char first, char second) => ((uint)first << 16) | second;

    /// <summary>Its hash for a <see cref="BitFilter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint pair) => pair * 0x9E3779B1;
}
