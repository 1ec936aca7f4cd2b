using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>A kept document with its place in the journal, which is its name in the view.</summary>
internal sealed record StoredDocument(long Sequence, DateTimeOffset At, KeptDocument Document);
