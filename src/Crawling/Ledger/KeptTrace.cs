using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Ledger;

/// <summary>What the ledger needs to know of a document in the journal.</summary>
/// <param name="Sequence">Number of its record.</param>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Site">Id of its source; null when it names none.</param>
/// <param name="FetchedAt">When its page came; null when it came by no page.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record KeptTrace(long Sequence, string DocumentId, string? Site, DateTimeOffset? FetchedAt, DocumentOutcome Outcome);
