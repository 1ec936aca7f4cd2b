using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>What a document means for the incidents.</summary>
/// <param name="Outcome">The document's one final state.</param>
/// <param name="IncidentId">The incident it opened, joined or is in; null when there is none.</param>
/// <param name="Changes">What is to be kept, in this order and in one write; empty when nothing changes.</param>
public sealed record Correlated(DocumentOutcome Outcome, string? IncidentId, IReadOnlyList<IncidentChange> Changes);
