using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Sessions;

namespace OpinionWatch.Console.Api;

/// <summary>Lets a request to the API through only with a configured bearer token (RFC 6750 §2.1), or, when it only reads, from somebody who is signed in.</summary>
internal sealed class TokenGate(Tokens tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (Session.Of(context.HttpContext) is { } session && session.May(Right.Read) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return await next(context);
        }

        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && tokens.Open(header[Scheme.Length..].Trim()))
        {
            return await next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("Send the header Authorization: Bearer TOKEN with one of console.apiTokens.", statusCode: StatusCodes.Status401Unauthorized, title: "A token is needed.");
    }
}
