namespace OpinionWatch.Incidents.Correlation;

/// <summary>Compares the places two texts name, each level with its like: a town says nothing against a county, for it may lie in it.</summary>
internal static class Regional
{
    /// <summary>Gives the towns and streets among official names.</summary>
    public static IEnumerable<string> Towns(IEnumerable<string> regions) => regions.Where(region => region[^1] is '镇' or '乡' || region.EndsWith("街道", StringComparison.Ordinal));

    /// <summary>Gives the counties and districts; a name in 市 may be a county-level city or the whole area, and rules nothing out.</summary>
    public static IEnumerable<string> Counties(IEnumerable<string> regions) => regions.Where(region => region[^1] is '县' or '区');

    /// <summary>Each names a place of some level the other does not. A reprint may leave places out or add some, not both.</summary>
    public static bool Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        Differ(Towns(one), Towns(other)) || Differ(Counties(one), Counties(other)) || AreDisjoint(Cities(one), Cities(other));

    /// <summary>Both name counties, and none in common.</summary>
    public static bool AreOfOtherCounties(IReadOnlyList<string> one, IReadOnlyList<string> other) => AreDisjoint(Counties(one), Counties(other));

    /// <summary>Both name towns, and none in common.</summary>
    public static bool AreOfOtherTowns(IReadOnlyList<string> one, IReadOnlyList<string> other) => AreDisjoint(Towns(one), Towns(other));

    private static IEnumerable<string> Cities(IEnumerable<string> regions) => regions.Where(region => region[^1] == '市');

    private static bool Differ(IEnumerable<string> one, IEnumerable<string> other) => one.Except(other).Any() && other.Except(one).Any();

    private static bool AreDisjoint(IEnumerable<string> one, IEnumerable<string> other) => one.Any() && other.Any() && !one.Intersect(other).Any();
}
