namespace OpinionWatch.Alerts.Digest;

/// <summary>One time limit in a digest.</summary>
/// <param name="Words">Name, instant and how it stands.</param>
/// <param name="Missed">It was missed.</param>
public sealed record DigestClock(string Words, bool Missed);
