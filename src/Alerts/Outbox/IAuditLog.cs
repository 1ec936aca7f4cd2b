using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Append-only trace of acts that belong to no incident: configuration put in force, digests sent, accounts made.</summary>
public interface IAuditLog
{
    /// <summary>Writes an entry; on disk when the task completes.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Finds the last entry of an act; null when there is none.</summary>
    Task<AuditEntry?> FindLastAsync(string act, CancellationToken cancellationToken);
}
