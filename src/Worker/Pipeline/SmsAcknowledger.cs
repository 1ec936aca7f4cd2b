using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Console.Acts;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Acknowledges as the console does, in the name of the person who answered.</summary>
internal sealed class SmsAcknowledger(IIncidentBoard board) : IAcknowledger
{
    public async Task<bool> AcknowledgeAsync(string incidentId, string by, string note, CancellationToken cancellationToken) =>
        await board.ActAsync(incidentId, new ActRequest.Acknowledge(note) { By = by }, cancellationToken) is ActAnswer.Done;
}
