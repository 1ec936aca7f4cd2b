using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>One document whose level changes.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Title">Its headline; when it has none, how its text begins.</param>
/// <param name="Site">Id of its source; null when it has none.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="From">Its level under the old rules.</param>
/// <param name="To">Its level under the new ones.</param>
/// <param name="Label">The level a person gave it; null when none did.</param>
/// <param name="Factors">The factors that differ.</param>
public sealed record RehearsalExample(string Id, string Title, string? Site, RehearsalKind Kind, Level From, Level To, Level? Label, IReadOnlyList<FactorChange> Factors);
