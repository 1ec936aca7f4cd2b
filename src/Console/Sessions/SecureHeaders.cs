using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Sessions;

/// <summary>Headers every answer carries: nothing from elsewhere, no script or style in the page, no frame, no guessing of types.</summary>
internal sealed class SecureHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // A day, renewed by every answer: a bureau whose certificate has run out gets back to its console tomorrow.
    private const string OneDay = "max-age=86400";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context);
        return next(context);
    }

    /// <summary>Sets them; also where an error took away those that were set before.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps && context.RequestServices.GetRequiredService<ICurrent<ConsoleOptions>>().Value.IsHttpsOnly)
        {
            headers.StrictTransportSecurity = OneDay;
        }
    }
}
