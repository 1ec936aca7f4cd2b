using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Api;
using OpinionWatch.Console.Sessions;

namespace OpinionWatch.Console.Status;

/// <summary>Lets requests for figures through from this machine, or with a token.</summary>
public static class MetricsGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Puts the gate before what follows.</summary>
    public static IApplicationBuilder UseMetricsGate(this IApplicationBuilder web) => web.Use(async (context, next) =>
    {
        if (IsOpen(context, context.RequestServices.GetRequiredService<Tokens>()))
        {
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Results.Problem("Ask from the machine itself, or send the header Authorization: Bearer TOKEN with one of console.apiTokens.", statusCode: StatusCodes.Status401Unauthorized, title: "A token is needed.")
            .ExecuteAsync(context);
    });

    /// <summary>A proxy on this machine hands on what comes from elsewhere: what was forwarded does not count as ours.</summary>
    internal static bool IsOpen(HttpContext context, Tokens tokens)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? tokens.Open(header[Scheme.Length..].Trim())
            : ClientAddress.IsThisMachine(context);
    }
}
