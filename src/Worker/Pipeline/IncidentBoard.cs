using OpinionWatch.Console.Acts;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Lets the console act through the desk.</summary>
internal sealed class IncidentBoard(IncidentDesk desk) : IIncidentBoard
{
    public ValueTask<IReadOnlyList<Incident>> ListAsync(CancellationToken cancellationToken) => desk.ListAsync(cancellationToken);

    public Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) => desk.FindAsync(id, cancellationToken);

    public async Task<ActAnswer> ActAsync(string id, ActRequest request, CancellationToken cancellationToken)
    {
        var (incident, outcome) = await desk.ActAsync(id, context => Decide(context, request), cancellationToken);
        return outcome switch
        {
            null => new ActAnswer.NotFound(id),
            ActOutcome.Done => new ActAnswer.Done(incident!),
            ActOutcome.Invalid invalid => new ActAnswer.Invalid(invalid.Reason),
            ActOutcome.Refused refused => new ActAnswer.Refused(refused.Reason, string.Join(", ", refused.Allowed.Select(NameOf))),
            var other => throw new InvalidOperationException($"The outcome {other.GetType().Name} is not known."),
        };
    }

    private static ActOutcome Decide(ActContext context, ActRequest request)
    {
        var (incident, now) = (context.Incident, context.Now);
        return request switch
        {
            ActRequest.Acknowledge act => IncidentLifecycle.Acknowledge(incident, act.By, act.Note, now),
            ActRequest.Report act => IncidentLifecycle.Report(incident, act.To, act.By, act.At, act.Reference, now),
            ActRequest.SetLevel act => IncidentLifecycle.SetLevel(incident, act.Level, act.By, act.Why, context.Policy, now),
            ActRequest.Close act => IncidentLifecycle.Close(incident, act.By, act.Outcome, now),
            ActRequest.Dismiss act => IncidentLifecycle.Dismiss(incident, act.By, act.Why, now),
            ActRequest.Merge act => context.Book.Find(act.With) is { } other
                ? IncidentSurgery.Merge(incident, other, act.By, context.Policy, now)
                : new ActOutcome.Invalid($"没有事件 {act.With}。"),
            ActRequest.Split act => IncidentSurgery.Split(incident, act.Documents, act.By, context.Policy, now, context.NewIncidentId),
            _ => throw new InvalidOperationException($"The act {request.GetType().Name} is not known."),
        };
    }

    private static string NameOf(IncidentAct act) => char.ToLowerInvariant(act.ToString()[0]) + act.ToString()[1..];
}
