using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary><c>/api/incidents</c> of CONTRACT.md.</summary>
internal static class IncidentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents", ListAsync);
        api.MapGet("/incidents/{id}", FindAsync);
        api.MapPost("/incidents/{id}/acknowledge", AcknowledgeAsync);
        api.MapPost("/incidents/{id}/reports", ReportAsync);
        api.MapPost("/incidents/{id}/level", SetLevelAsync);
        api.MapPost("/incidents/{id}/close", CloseAsync);
        api.MapPost("/incidents/{id}/dismiss", DismissAsync);
        api.MapPost("/incidents/{id}/merge", MergeAsync);
        api.MapPost("/incidents/{id}/split", SplitAsync);
    }

    private static async Task<IResult> ListAsync(string? state, string? level, string? since, string? cursor, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        if (!QueryValues.TryEnum<IncidentState>(state, out var wantedState, out var states))
        {
            return Problems.Bad($"state is one of {states}.");
        }

        if (!QueryValues.TryEnum<Level>(level, out var wantedLevel, out var levels))
        {
            return Problems.Bad($"level is one of {levels}.");
        }

        if (!QueryValues.TryInstant(since, out var from))
        {
            return Problems.Bad("since is an instant such as 2026-11-24T08:00:00+08:00.");
        }

        IncidentList.Position? after = null;
        if (!string.IsNullOrEmpty(cursor) && !IncidentList.Position.TryParse(cursor, out after))
        {
            return Problems.Bad("cursor is the next of an earlier answer.");
        }

        var (items, next) = IncidentList.PageOf(await board.ListAsync(cancellationToken), wantedState, wantedLevel, from, after);
        var views = new List<IncidentView>(items.Count);
        foreach (var item in items)
        {
            views.Add(await Acting.ViewAsync(item, outbox, cancellationToken));
        }

        return Answers.Page(views, next);
    }

    private static async Task<IResult> FindAsync(string id, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken) =>
        await board.FindAsync(id, cancellationToken) is { } incident
            ? Answers.Ok(await Acting.ViewAsync(incident, outbox, cancellationToken))
            : Problems.NotFound($"There is no incident {id}.");

    private static async Task<IResult> AcknowledgeAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<AcknowledgeRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("note", body.Note, false))
            ?? await Acting.ActAsync(id, new ActRequest.Acknowledge(body.Note) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> ReportAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<ReportRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("to", body!.To, true), ("by", body.By, true), ("reference", body.Reference, false))
            ?? await Acting.ActAsync(id, new ActRequest.Report(body.To!, body.At, body.Reference, body.Kind) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> SetLevelAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<LevelRequest>(request, cancellationToken);
        if (problem is null && (body!.Level is null or Level.None))
        {
            return Problems.Bad("level is one of watch, general, major, critical; to say that it is no matter of the bureau's, dismiss it.");
        }

        return problem ?? Acting.Fault(("by", body!.By, true), ("why", body.Why, true))
            ?? await Acting.ActAsync(id, new ActRequest.SetLevel(body.Level!.Value, body.Why!) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> CloseAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<CloseRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("outcome", body.Outcome, true))
            ?? await Acting.ActAsync(id, new ActRequest.Close(body.Outcome!) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> DismissAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<DismissRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("by", body!.By, true), ("why", body.Why, true))
            ?? await Acting.ActAsync(id, new ActRequest.Dismiss(body.Why!) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> MergeAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<MergeRequest>(request, cancellationToken);
        return problem ?? Acting.Fault(("with", body!.With, true), ("by", body.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Merge(body.With!) { By = body.By! }, board, outbox, cancellationToken);
    }

    private static async Task<IResult> SplitAsync(string id, HttpRequest request, IIncidentBoard board, IOutbox outbox, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<SplitRequest>(request, cancellationToken);
        if (problem is null && body!.Documents is not { Count: > 0 })
        {
            return Problems.Bad("documents is a list of at least one document id of the incident.");
        }

        return problem ?? Acting.Fault(("by", body!.By, true))
            ?? await Acting.ActAsync(id, new ActRequest.Split(body.Documents!) { By = body.By! }, board, outbox, cancellationToken);
    }
}
