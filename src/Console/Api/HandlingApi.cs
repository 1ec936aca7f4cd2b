using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>The calls under <c>/api/incidents/{id}</c> by which a matter is judged, handed on, answered in public (研判、交办、处置、口径与跟帖信息).</summary>
internal static class HandlingApi
{
    private const int MaxPeople = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/assess", AssessAsync);
        api.MapPost("/incidents/{id}/assign", AssignAsync);
        api.MapPost("/incidents/{id}/handle", HandleAsync);
        api.MapPost("/incidents/{id}/texts", DraftAsync);
        api.MapPost("/incidents/{id}/texts/{kind}/approve", ApproveAsync);
        api.MapPost("/incidents/{id}/texts/{kind}/publish", PublishAsync);
        api.MapPost("/incidents/{id}/clocks/{name}/meet", MeetAsync);
        api.MapPost("/incidents/{id}/unmerge", UnmergeAsync);
    }

    private static async Task<IResult> AssessAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<AssessRequest>(request, cancellationToken);
        if (problem is null && body!.Kind is null)
        {
            return Problems.Bad("kind is one of constructive, hardship, grave, uninformed, mistaken, false.");
        }

        return problem ?? Acting.Fault(("conclusion", body!.Conclusion, true), ("by", body.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Assess(body.Kind!.Value, body.Conclusion!) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> AssignAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<AssignRequest>(request, cancellationToken);
        if (problem is null && body!.People is { } people && (people.Count > MaxPeople || people.Any(name => name is not { Length: <= 100 })))
        {
            return Problems.Bad($"people is a list of at most {MaxPeople} names of at most 100 characters.");
        }

        return problem ?? Acting.Fault(("section", body!.Section, true), ("lead", body.Lead, false), ("by", body.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Assign(body.Section!, body.Lead, body.People ?? []) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> HandleAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<HandleRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("note", body.Note, false))
            ?? await Acting.ActAsync(id, new ActRequest.Handle(body.Note) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> DraftAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<DraftRequest>(request, cancellationToken);
        if (problem is null && body!.Kind is null)
        {
            return Problems.Bad("kind is one of stance, statement, reply.");
        }

        return problem ?? Acting.Fault(("by", body!.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Draft(body.Kind!.Value, body.Text ?? "") { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> ApproveAsync(string id, string kind, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (!QueryValues.TryEnum<PublicTextKind>(kind, out var which, out var kinds))
        {
            return Problems.Bad($"The kind of a text is one of {kinds}.");
        }

        var (body, problem) = await BodyReader.ReadAsync<ApproveRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Approve(which!.Value, body.Version) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> PublishAsync(string id, string kind, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (!QueryValues.TryEnum<PublicTextKind>(kind, out var which, out var kinds))
        {
            return Problems.Bad($"The kind of a text is one of {kinds}.");
        }

        var (body, problem) = await BodyReader.ReadAsync<PublishRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("link", body.Link, false))
            ?? await Acting.ActAsync(id, new ActRequest.Publish(which!.Value, body.Version, body.At, body.Link) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> MeetAsync(string id, string name, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<MeetRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Meet(name, body.At) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> UnmergeAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<UnmergeRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("why", body.Why, true))
            ?? await Acting.ActAsync(id, new ActRequest.Unmerge(body.Why!) { By = body.By! }, board, outbox, cancellationToken);
    }
}
