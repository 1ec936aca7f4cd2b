using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Api;
using OpinionWatch.Console.Pages;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary><c>/incidents/{id}</c> and the forms on it.</summary>
internal static class HandlingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/incidents", Right.Read, ListAsync);
        routes.MapPage("/incidents/{id}", Right.Read, ShowAsync);
        foreach (var act in FormAct.All)
        {
            routes.MapForm($"/incidents/{{id}}/{act.Name}", act.Right, (string id, HttpContext context, Parts parts) => ActAsync(act, id, context, parts));
        }
    }

    private static async Task<IResult> ListAsync(HttpContext context, PageRenderer pages, IIncidentBoard board, ICurrent<EscalationPolicy> policy)
    {
        var query = context.Request.Query;
        QueryValues.TryEnum<Level>(query["level"], out var level, out _);
        QueryValues.TryEnum<IncidentState>(query["state"], out var state, out _);
        var filter = new IncidentFilter(level, state, query["taken"] == "no", query["late"] == "yes");
        var incidents = await board.ListAsync(context.RequestAborted);
        return await pages.AnswerAsync<IncidentListPage, IncidentListModel>(context, page => IncidentListModel.Of(incidents, filter, query["cursor"], policy.Value, page));
    }

    private static async Task<IResult> ShowAsync(string id, string? document, string? done, HttpContext context, PageRenderer pages, IncidentReader reader) =>
        await reader.FindAsync(id, document, context.RequestAborted) is { } model
            ? await pages.AnswerAsync<IncidentPage, IncidentModel>(context, model with { Done = FormAct.Find(done ?? "")?.Done })
            : await MissingAsync(context, pages);

    private static async Task<IResult> ActAsync(FormAct act, string id, HttpContext context, Parts parts)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var by = Session.Of(context)!.Name;
        var (request, fault) = new ActForm(form, by, parts.Options.Value.TimeZone).Read(act.Name);
        var answer = request is null ? new ActAnswer.Invalid(fault!) : await parts.Board.ActAsync(id, request, context.RequestAborted);
        parts.Log.Acted(by, act.Name, id, answer.GetType().Name);
        if (answer is ActAnswer.Done)
        {
            return Results.LocalRedirect($"/incidents/{Uri.EscapeDataString(id)}?done={act.Name}");
        }

        if (answer is ActAnswer.NotFound || await parts.Reader.FindAsync(id, documentId: null, context.RequestAborted) is not { } model)
        {
            return await MissingAsync(context, parts.Pages);
        }

        var (why, status) = answer switch
        {
            ActAnswer.Stale => ("您填写期间，事件有了新的情况，没有改动。请看下面列出的变化，仍要继续的，核对后再提交一次。", StatusCodes.Status409Conflict),
            ActAnswer.Refused refused => (refused.Reason, StatusCodes.Status409Conflict),
            ActAnswer.Invalid invalid => (invalid.Reason, StatusCodes.Status400BadRequest),
            var other => throw new InvalidOperationException($"The answer {other.GetType().Name} is not known."),
        };
        return await parts.Pages.AnswerAsync<IncidentPage, IncidentModel>(
            context,
            model with
            {
                Tried = act,
                Typed = form.Where(field => field.Key != "seen").ToDictionary(field => field.Key, field => field.Value.ToString()),
                Fault = why,
                Since = answer is ActAnswer.Stale ? [.. Meanwhile.List(model.Incident, request!.Seen!.Value).Select(HistoryLine.Of)] : [],
            },
            status);
    }

    private static Task<IResult> MissingAsync(HttpContext context, PageRenderer pages) =>
        pages.AnswerAsync<NoticePage, Notice>(context, new Notice("没有这个事件", "编号可能不完整；可在事件列表里查找。", "/incidents"), StatusCodes.Status404NotFound);

    /// <summary>What a form needs.</summary>
    internal sealed record Parts(PageRenderer Pages, IncidentReader Reader, IIncidentBoard Board, ICurrent<ConsoleOptions> Options, ILogger<Parts> Log);
}
