using Microsoft.AspNetCore.Http;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>What all calls that act on an incident share.</summary>
internal static class Acting
{
    private const int MaxText = 2000;

    /// <summary>Gives what is wrong with the texts of a body; null when nothing is.</summary>
    public static IResult? Fault(params ReadOnlySpan<(string Name, string? Value, bool Required)> fields)
    {
        foreach (var (name, value, required) in fields)
        {
            if (required && string.IsNullOrWhiteSpace(value))
            {
                return Problems.Bad($"{name} is required and must not be empty.");
            }

            if (value?.Length > MaxText)
            {
                return Problems.Bad($"{name} has {value.Length} characters; {MaxText} are allowed.");
            }
        }

        return null;
    }

    /// <summary>Carries the act out and answers with the incident as it stands then, or with what is in the way.</summary>
    public static async Task<IResult> ActAsync(string id, ActRequest act, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken) =>
        await board.ActAsync(id, act, cancellationToken) switch
        {
            ActAnswer.Done done => Answers.Ok(await ViewAsync(done.Incident, outbox, cancellationToken)),
            ActAnswer.Refused refused => Problems.Conflict(refused.Reason, refused.Allowed),
            ActAnswer.Stale => Problems.Conflict("The incident changed meanwhile.", "look at it again"),
            ActAnswer.Invalid invalid => Problems.Bad(invalid.Reason),
            ActAnswer.NotFound missing => Problems.NotFound($"There is no incident {missing.Id}."),
            var other => throw new InvalidOperationException($"The outcome {other.GetType().Name} is not known."),
        };

    /// <summary>Gives an incident with its deliveries.</summary>
    public static async Task<IncidentView> ViewAsync(Incident incident, IOutbox outbox, CancellationToken cancellationToken) =>
        IncidentView.Of(incident, await outbox.ListDeliveriesAsync(incident.Id, cancellationToken));
}
