using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Pages;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Console.Status;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Today;

/// <summary><c>/</c> and <c>/sources</c>.</summary>
internal static class TodayEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", Right.Read, ShowAsync);
        routes.MapPage("/sources", Right.Read, (HttpContext context, PageRenderer pages, IServiceStatus status) =>
            pages.AnswerAsync<SourcesPage, SourcesModel>(context, new SourcesModel(status.ListSources())));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageRenderer pages, IIncidentBoard board, IServiceStatus status, ICurrent<EscalationPolicy> policy)
    {
        var incidents = await board.ListAsync(context.RequestAborted);
        var readiness = await status.LookAsync(context.RequestAborted);
        return await pages.AnswerAsync<TodayPage, TodayModel>(context, page => TodayModel.Of(incidents, status, readiness, policy.Value, page));
    }
}
