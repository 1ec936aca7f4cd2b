namespace OpinionWatch.Alerts.Receipts;

/// <summary>Takes incidents over for people who answer a text message (短信回复签收).</summary>
public interface IAcknowledger
{
    /// <summary>Acknowledges an incident in a person's name; on disk when the task completes.</summary>
    /// <returns>False when it is acknowledged already, or there is nothing to acknowledge.</returns>
    Task<bool> AcknowledgeAsync(string incidentId, string by, string note, CancellationToken cancellationToken);
}
