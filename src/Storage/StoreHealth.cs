namespace OpinionWatch.Storage;

/// <summary>How the store fares, for <c>/health/ready</c>.</summary>
/// <param name="CanWrite">False after a failed write until one succeeds; stop fetching meanwhile.</param>
/// <param name="Fault">Why the last write failed; null when it did not.</param>
/// <param name="Since">Since when it cannot write; null when it can.</param>
/// <param name="FreeBytes">Room on the disk of the data folder; null when unknown.</param>
/// <param name="JournalLag">Records the view is behind the journal: a few while busy, many when the view cannot be written.</param>
/// <param name="IsFull">The last write failed for want of room: starting anew would not help.</param>
public sealed record StoreHealth(bool CanWrite, string? Fault, DateTimeOffset? Since, long? FreeBytes, long JournalLag, bool IsFull = false);
