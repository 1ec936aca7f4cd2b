namespace OpinionWatch.Rules.Areas;

/// <summary>The area the bureau answers for: <c>config/area.yaml</c>. Another bureau replaces this one file.</summary>
public sealed record AreaOptions
{
    /// <summary>Name of the whole area, e.g. 益阳.</summary>
    public string Name { get; init; } = "";

    /// <summary>All places in it, the whole area among them.</summary>
    public IReadOnlyList<PlaceOptions> Places { get; init; } = [];

    /// <summary>Nowhere: no text is in the area, only sources are.</summary>
    public static AreaOptions Empty { get; } = new();
}
