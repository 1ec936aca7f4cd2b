using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Pages;

namespace OpinionWatch.Console.Sessions;

/// <summary>Lets a form through only with its antiforgery token: another site cannot make a browser send it. What somebody wrote is given back: their session may have ended over it.</summary>
internal sealed class FormGuard(RequestDelegate next)
{
    private const int MostShown = 20_000;

    private static readonly (string Field, string Name)[] Written = [("text", "内容"), ("conclusion", "结论"), ("why", "理由"), ("outcome", "结果"), ("note", "说明")];

    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery, PageRenderer pages)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormMark>() is null || await antiforgery.IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        await pages.WriteAsync<LostFormPage, LostForm>(context, new LostForm(await TypedAsync(context.Request)), StatusCodes.Status400BadRequest);
    }

    private static async Task<IReadOnlyList<(string Name, string Value)>> TypedAsync(HttpRequest request)
    {
        // What another site made the browser send is nobody's own words.
        if (!request.HasFormContentType || request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            return [];
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return [.. Written.Select(one => (one.Name, Value: PlainText.Cut(form[one.Field].ToString(), MostShown))).Where(one => !string.IsNullOrWhiteSpace(one.Value))];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return [];
        }
    }
}
