namespace OpinionWatch.Worker.Watching;

/// <summary>Why the heart does not beat.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Why">The loops that do not turn, in Chinese.</param>
internal sealed record StuckNote(DateTimeOffset Since, string Why);
