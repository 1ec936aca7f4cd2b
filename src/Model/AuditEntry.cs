namespace OpinionWatch.Model;

/// <summary>Append-only trace of an act (审计记录).</summary>
/// <param name="At">When.</param>
/// <param name="By">Who or what did it; <c>system</c> for the service.</param>
/// <param name="Act">What: <c>opened</c>, <c>raised</c>, <c>acknowledged</c>, <c>reported</c>, <c>closed</c>, …</param>
/// <param name="Why">The reason or note; null when there is none.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Act, string? Why)
{
    /// <summary>The document it is about; null when it is about the whole incident, or was kept by a version that did not note it.</summary>
    public string? Document { get; init; }
}
