using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Pages;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Sessions;

/// <summary>How the session cookie is set, looked at and renewed.</summary>
internal sealed class SessionCookies(ICurrent<ConsoleOptions> console, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>Query key of a page that was asked for by nobody but its own timer.</summary>
    public const string ByTimer = "auto";

    private const string Return = "return";
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.TimeProvider = time;
        options.Cookie.Name = "opinionwatch";
        options.Cookie.HttpOnly = true;

        // Lax, not strict: a link in a mail must find whoever opens it signed in. Forms have a token of their own.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = console.Value.SessionIdle;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew = context.ElapsedTime > RenewAfter && !context.Request.Query.ContainsKey(ByTimer);
                return Task.CompletedTask;
            },
            OnRedirectToLogin = context =>
            {
                context.Response.Redirect(LoginFor(context.Request));
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context => ForbiddenAnswer.WriteAsync(context.HttpContext),
        };
    }

    /// <summary>Gives the local address somebody wants to be after signing in; the front page when what they ask for is not local.</summary>
    public static string Destination(HttpRequest request)
    {
        var wanted = request.HasFormContentType ? request.Form[Return].ToString() : request.Query[Return].ToString();
        return wanted is { Length: > 0 and <= 500 } && Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult.IsLocalUrl(wanted) && !wanted.Any(char.IsControl) && wanted[0] == '/'
            ? wanted
            : "/";
    }

    private static string LoginFor(HttpRequest request)
    {
        var here = request.Path + request.QueryString;
        return HttpMethods.IsGet(request.Method) && here.Length <= 500 && here != "/" ? $"/login?{Return}={Uri.EscapeDataString(here)}" : "/login";
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var holds = context.Principal is { } user && Session.Holds(
            user,
            context.Properties,
            services.GetRequiredService<IAccountStore>().Current,
            services.GetRequiredService<EndedSessions>(),
            console.Value.SessionLongest,
            time.GetUtcNow());
        if (!holds)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }
}
