using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>The page a mail's signed link opens, <c>/a/{token}</c>: no login, and exactly one act. A GET or HEAD (mail scanners fetch links) only shows the matter; the POST of its button acknowledges (签收).</summary>
internal static class SignedPage
{
    private const string Note = "邮件链接签收";

    private static readonly string[] Looking = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/a/{token}", Looking, ShowAsync).AllowAnonymous();

        // The token in the address is what another site cannot know: it stands for the antiforgery token.
        routes.MapPost("/a/{token}", AcknowledgeAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, SignedLink link, SignedView view)
    {
        var opened = await link.OpenAsync(token, context.RequestAborted);
        return opened switch
        {
            LinkOpened.Good good => view.Matter(context, good.Incident, good.Contact, justNow: false),
            LinkOpened.Bad bad => SignedView.Bad(context, bad),
            _ => throw new InvalidOperationException($"The link {opened.GetType().Name} is not known."),
        };
    }

    private static async Task<IResult> AcknowledgeAsync(string token, HttpContext context, SignedLink link, SignedView view, IIncidentBoard board)
    {
        var opened = await link.OpenAsync(token, context.RequestAborted);
        if (opened is not LinkOpened.Good(var incident, var contact))
        {
            return SignedView.Bad(context, (LinkOpened.Bad)opened);
        }

        if (!incident.IsLive || incident.AcknowledgedAt is not null)
        {
            return view.Matter(context, incident, contact, justNow: false);
        }

        try
        {
            return await board.ActAsync(incident.Id, new ActRequest.Acknowledge(Note) { By = contact.Name, Seen = await SeenAsync(context) }, context.RequestAborted) switch
            {
                ActAnswer.Done done => view.Matter(context, done.Incident, contact, justNow: true),
                ActAnswer.Stale stale => view.Changed(context, stale.Incident, contact),
                ActAnswer.Refused refused => SignedView.NotDone(context, refused.Reason, StatusCodes.Status409Conflict),
                ActAnswer.Invalid invalid => SignedView.NotDone(context, invalid.Reason, StatusCodes.Status400BadRequest),
                _ => SignedView.Bad(context, LinkOpened.Bad.Gone),
            };
        }
        catch (IOException)
        {
            // A full disk; the store says so in the log and to health. The person must know that nothing was acknowledged.
            return SignedView.NotDone(context, "服务器暂时不能保存，没有签收。", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>How much of the history the person had before their eyes; null when the form does not say.</summary>
    private static async Task<int?> SeenAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType && int.TryParse((await context.Request.ReadFormAsync(context.RequestAborted))[SignedView.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
