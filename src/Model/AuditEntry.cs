namespace OpinionWatch.Model;

/// <summary>Append-only trace of an act (审计记录).</summary>
/// <param name="At">When.</param>
/// <param name="By">Who or what did it; <c>system</c> for the service.</param>
/// <param name="Act">What: <c>opened</c>, <c>raised</c>, <c>acknowledged</c>, <c>reported</c>, <c>closed</c>, …</param>
/// <param name="Why">The reason or note; null when there is none.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Act, string? Why);
