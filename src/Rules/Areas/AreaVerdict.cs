namespace OpinionWatch.Rules.Areas;

/// <summary>Whether a document concerns the area, and the places of it that it names.</summary>
/// <param name="InArea">By the text, or by the source.</param>
/// <param name="Regions">Official names, most exact first.</param>
internal sealed record AreaVerdict(bool InArea, IReadOnlyList<string> Regions)
{
    /// <summary>Not of the area.</summary>
    public static AreaVerdict Elsewhere { get; } = new(false, []);
}
