using OpinionWatch.Console.Acts;
using OpinionWatch.Incidents;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Lets the console act through the desk.</summary>
internal sealed class IncidentBoard(IncidentDesk desk, IIncidentStore store) : IIncidentBoard
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan SameInstant = TimeSpan.FromMilliseconds(1);

    public ValueTask<IReadOnlyList<Incident>> ListAsync(CancellationToken cancellationToken) => desk.ListAsync(cancellationToken);

    public async Task<IReadOnlyList<Incident>> ListEndedAfterAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken) =>
        [.. (await store.ListIncidentsAsync(endedAfter, cancellationToken)).Where(incident => incident.DrillTo is null)];

    public Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) => desk.FindAsync(id, cancellationToken);

    public async Task<KeptDocument?> FindDocumentAsync(IncidentDocument document, CancellationToken cancellationToken)
    {
        // The desk keeps a document under the instant at which it was first seen.
        var kept = await store.ListDocumentsAsync(document.FirstSeenAt, document.FirstSeenAt + SameInstant, MostAtOnce, cancellationToken);
        return kept.LastOrDefault(known => known.Document.Id == document.Id);
    }

    public async Task<ActAnswer> ActAsync(string id, ActRequest request, CancellationToken cancellationToken)
    {
        var stale = false;
        var (incident, outcome) = await desk.ActAsync(
            id,
            context =>
            {
                stale = Meanwhile.IsStale(context.Incident, request);
                return stale ? new ActOutcome.Done([]) : Decide(context, request);
            },
            cancellationToken);
        return outcome switch
        {
            _ when stale => new ActAnswer.Stale(incident!),
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
            ActRequest.Report act => IncidentLifecycle.Report(incident, act.To, act.By, act.At, act.Reference, act.Kind, now),
            ActRequest.Meet act => IncidentLifecycle.MeetClock(incident, act.Clock, act.By, act.At, now),
            ActRequest.Assess act => IncidentHandling.Assess(incident, act.Kind, act.Conclusion, act.By, now),
            ActRequest.Assign act => IncidentHandling.Assign(incident, act.Section, act.Lead, act.People, act.By, now),
            ActRequest.Handle act => IncidentHandling.Handle(incident, act.By, act.Note, now),
            ActRequest.Draft act => PublicTexts.Draft(incident, act.Kind, act.Text, act.By, now),
            ActRequest.Approve act => PublicTexts.Approve(incident, act.Kind, act.Version, act.By, now),
            ActRequest.Publish act => PublicTexts.Publish(incident, act.Kind, act.Version, act.By, act.At, act.Link, now),
            ActRequest.Unmerge act => Unmerge(context, act),
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

    private static ActOutcome Unmerge(ActContext context, ActRequest.Unmerge act)
    {
        var incident = context.Incident;
        var into = incident.MergedInto is { } id ? context.Book.Find(id) : null;
        return incident.MergedInto is not null && (into is null || context.Book.Find(incident.Id) is null)
            ? new ActOutcome.Invalid($"事件 {incident.Id} 合并已久，不能再撤销。")
            : IncidentSurgery.Unmerge(incident, into ?? incident, act.By, act.Why, context.Policy, context.Now);
    }

    private static string NameOf(IncidentAct act) => char.ToLowerInvariant(act.ToString()[0]) + act.ToString()[1..];
}
