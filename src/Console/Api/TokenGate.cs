using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Lets a request to the API through only with a configured bearer token (RFC 6750 §2.1).</summary>
internal sealed class TokenGate(ICurrent<ConsoleOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (IsOpenTo(context.HttpContext.Request))
        {
            return await next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("Send the header Authorization: Bearer TOKEN with one of console.apiTokens.", statusCode: StatusCodes.Status401Unauthorized, title: "A token is needed.");
    }

    private bool IsOpenTo(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Hashes of equal length, all of them compared, so that the time taken says nothing of the token.
        var given = Hash(header[Scheme.Length..].Trim());
        var open = false;
        foreach (var token in options.Value.ApiTokens)
        {
            open |= CryptographicOperations.FixedTimeEquals(given, Hash(token));
        }

        return open;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
