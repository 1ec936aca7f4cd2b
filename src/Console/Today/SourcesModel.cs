using OpinionWatch.Console.Status;

namespace OpinionWatch.Console.Today;

/// <summary>What the page of sources shows.</summary>
/// <param name="Sources">All sources in the order of the configuration.</param>
public sealed record SourcesModel(IReadOnlyList<SourceStatus> Sources);
