using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Acknowledge;
using OpinionWatch.Console.Api;
using OpinionWatch.Console.Assets;
using OpinionWatch.Console.Handling;
using OpinionWatch.Console.Pages;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Console.Status;
using OpinionWatch.Console.Today;
using OpinionWatch.Model;

namespace OpinionWatch.Console;

/// <summary>Puts console and API into the web application.</summary>
/// <remarks>Needs <see cref="IAccountStore"/>, <see cref="Alerts.Links.AcknowledgeTokens"/>, <see cref="Acts.IIncidentBoard"/>, <see cref="Acts.IIntake"/>, <see cref="IServiceStatus"/>, <c>IOutbox</c>, <c>ICurrent&lt;ConsoleOptions&gt;</c> and a <see cref="TimeProvider"/> in the container.</remarks>
public static class ConsoleServices
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Adds what the console needs of its own.</summary>
    /// <param name="services">The container.</param>
    /// <param name="keysFolder">Folder of the keys that sessions and forms are sealed with; made when missing. They must survive a restart, or everybody is signed out.</param>
    public static IServiceCollection AddConsole(this IServiceCollection services, string keysFolder)
    {
        var folder = OperatingSystem.IsWindows() ? Directory.CreateDirectory(keysFolder) : Directory.CreateDirectory(keysFolder, OwnerOnly);
        services.AddDataProtection().SetApplicationName("OpinionWatch").PersistKeysToFileSystem(folder);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookies>();
        services.AddAuthorization();
        services.AddExceptionHandler<PageFaults>();
        services.AddAntiforgery(ConfigureForms);
        services.AddOptions<ForwardedHeadersOptions>().Configure<ICurrent<ConsoleOptions>>(ConfigureForwarding);
        return services
            .AddSingleton<Tokens>()
            .AddSingleton<SignedLink>()
            .AddSingleton<SignedView>()
            .AddSingleton<PageRenderer>()
            .AddSingleton<IncidentReader>()
            .AddSingleton<HandlingEndpoints.Parts>()
            .AddSingleton<EndedSessions>()
            .AddSingleton<SetupToken>()
            .AddSingleton<PasswordHashing>()
            .AddSingleton<SecondFactor>()
            .AddSingleton<SignInDesk>()
            .AddSingleton<AccountDesk>()
            .AddHostedService<FirstStart>();
    }

    /// <summary>Puts in front of every address what must hold for all: headers, who it is, and that forms are ours. Call before anything is mapped.</summary>
    public static void UseConsole(this IApplicationBuilder web)
    {
        web.UseForwardedHeaders();
        web.UseMiddleware<ForwardingWatch>();
        web.UseMiddleware<SecureHeaders>();
        web.UseRouting();
        web.UseAuthentication();
        web.UseMiddleware<FormGuard>();
        web.UseAuthorization();
    }

    /// <summary>Maps every address of CONTRACT.md that is built so far.</summary>
    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        HealthEndpoints.Map(routes);
        AssetFiles.Map(routes);
        LoginEndpoints.Map(routes);
        SetupEndpoints.Map(routes);
        AccountEndpoints.Map(routes);
        TodayEndpoints.Map(routes);
        SignedPage.Map(routes);
        HandlingEndpoints.Map(routes);
        ReceiptsApi.Map(routes);
        var api = routes.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, TokenGate>();
        IncidentsApi.Map(api);
        HandlingApi.Map(api);
        PunctualityApi.Map(api);
        DocumentsApi.Map(api);
        StatusApi.Map(api);
        LedgerApi.Map(api);
        SearchApi.Map(api);
        api.MapFallback(() => Problems.NotFound("There is no such call; CONTRACT.md lists them."));
        routes.MapFallback((HttpContext context, PageRenderer pages) => pages.AnswerAsync<NoticePage, Notice>(context, new Notice("没有这个页面", "地址可能不完整，或内容已不在。", "/"), StatusCodes.Status404NotFound))
            .RequireAuthorization();
    }

    private static void ConfigureForms(AntiforgeryOptions forms)
    {
        forms.Cookie.Name = "opinionwatch-form";
        forms.Cookie.HttpOnly = true;

        // Lax, as the session's: a strict one is not sent with a link out of a mail, is made anew then, and every form open in another tab is lost. What another site cannot know is the token in the page.
        forms.Cookie.SameSite = SameSiteMode.Lax;
        forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        forms.SuppressXFrameOptionsHeader = true;
    }

    private static void ConfigureForwarding(ForwardedHeadersOptions forwarded, ICurrent<ConsoleOptions> options)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = 1;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.Value.Proxies.Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback))
        {
            forwarded.KnownProxies.Add(proxy);
        }
    }
}
