namespace OpinionWatch.Rules.Areas;

/// <summary>A place of the area (地名).</summary>
public sealed record PlaceOptions
{
    /// <summary>Official name, e.g. 南县.</summary>
    public required string Name { get; init; }

    /// <summary>The place it lies in; null for the whole area.</summary>
    public string? In { get; init; }

    /// <summary>Other names that mean it: old names, nicknames, short forms.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Only where the segmenter sees a whole word.</summary>
    public bool WholeWord { get; init; }

    /// <summary>Counts only when the text also names one of these (an ambiguous name such as 资阳); empty = always counts.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Contexts in which it does not count, e.g. 四川资阳, 益阳舰.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];
}
