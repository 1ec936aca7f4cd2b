using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Console.Sessions;

/// <summary>The two ways to map a page: neither can be written without saying who may.</summary>
internal static class PageRoutes
{
    /// <summary>Maps a page. <paramref name="needs"/> null lets everybody see it.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string pattern, Right? needs, Delegate handler) =>
        Guard(routes.MapGet(pattern, handler), needs);

    /// <summary>Maps where a form is sent to; without its antiforgery token it is answered with 400.</summary>
    public static void MapForm(this IEndpointRouteBuilder routes, string pattern, Right? needs, Delegate handler) =>
        Guard(routes.MapPost(pattern, handler).DisableAntiforgery().WithMetadata(new FormMark()), needs);

    private static void Guard(IEndpointConventionBuilder endpoint, Right? needs)
    {
        if (needs is { } right)
        {
            endpoint.RequireAuthorization(policy => policy.RequireAssertion(context => Session.Of(context.User)?.May(right) == true));
        }
    }
}
