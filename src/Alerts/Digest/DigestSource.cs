namespace OpinionWatch.Alerts.Digest;

/// <summary>A source that was not seen all the time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Covered">Hours covered of hours due, in words.</param>
/// <param name="State">How it stands now, in words.</param>
/// <param name="Gaps">Times not covered and why, a line each.</param>
public sealed record DigestSource(string Name, string Covered, string State, IReadOnlyList<string> Gaps);
