using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>A kept document with its place in the journal, which is its name in the view.</summary>
/// <param name="Sequence">Number of its record in the journal.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Document">The document.</param>
public sealed record StoredDocument(long Sequence, DateTimeOffset At, KeptDocument Document);
