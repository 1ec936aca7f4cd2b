using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Api;
using OpinionWatch.Console.Status;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>The page a mail links to, <c>/incidents/{id}</c>: a named person with a token takes the incident over (签收). A GET shows the form; only the POST acts.</summary>
/// <remarks>Until there are accounts the token is what opens it; it is in the form itself, so another site cannot send it, and the page shows nothing of the incident but its number.</remarks>
internal static class AcknowledgePage
{
    private const int MaxName = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/incidents/{id}", (string id, HttpContext context) => Show(context, id, message: null, StatusCodes.Status200OK));
        routes.MapPost("/incidents/{id}", AcknowledgeAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AcknowledgeAsync(string id, HttpContext context, IIncidentBoard board, Tokens tokens)
    {
        if (!context.Request.HasFormContentType)
        {
            return Show(context, id, "请用本页的表单提交。", StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var by = form["by"].ToString().Trim();
        if (!tokens.Open(form["token"].ToString()))
        {
            return Show(context, id, "令牌不正确，没有签收。", StatusCodes.Status403Forbidden);
        }

        if (by.Length is 0 or > MaxName)
        {
            return Show(context, id, $"请填写姓名（不超过 {MaxName} 字），没有签收。", StatusCodes.Status400BadRequest);
        }

        return await board.ActAsync(id, new ActRequest.Acknowledge(Note: null) { By = by }, context.RequestAborted) switch
        {
            ActAnswer.Done done => Show(context, id, $"已签收：{done.Incident.AcknowledgedBy}。", StatusCodes.Status200OK),
            ActAnswer.Refused refused => Show(context, id, refused.Reason, StatusCodes.Status409Conflict),
            ActAnswer.Invalid invalid => Show(context, id, invalid.Reason, StatusCodes.Status400BadRequest),
            _ => Show(context, id, "没有这个事件。", StatusCodes.Status404NotFound),
        };
    }

    private static IResult Show(HttpContext context, string id, string? message, int status) => PageFrame.Answer(
        context,
        "签收",
        $"""
        <h1>事件 {PageFrame.Encode(id)}</h1>
        {(message is null ? "" : $"<p role=\"status\"><strong>{PageFrame.Encode(message)}</strong></p>")}
        <form method="post"><p><label>姓名 <input name="by" maxlength="{MaxName}" required autocomplete="name"></label></p>
        <p><label>令牌 <input name="token" type="password" required autocomplete="current-password"></label></p>
        <p><button>签收</button></p></form>
        <p class="dim">签收后停止催办；事件内容见预警邮件，或经接口 GET /api/incidents 查看。</p>
        """,
        status);
}
