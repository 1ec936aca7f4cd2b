using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Pages;

namespace OpinionWatch.Console.Sessions;

/// <summary><c>/login</c> and <c>/logout</c>.</summary>
internal static class LoginEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/login", needs: null, ShowAsync);
        routes.MapForm("/login", needs: null, SignInAsync);
        routes.MapForm("/logout", needs: null, SignOutAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageRenderer pages, IAccountStore store)
    {
        var destination = SessionCookies.Destination(context.Request);
        return Session.Of(context) is not null
            ? Results.LocalRedirect(destination)
            : await pages.AnswerAsync<LoginPage, LoginModel>(context, new LoginModel(destination, Fault: store.Current.Fault, NoAccounts: store.Current.IsEmpty));
    }

    private static async Task<IResult> SignInAsync(HttpContext context, PageRenderer pages, SignInDesk desk, IAccountStore store, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString().Trim();
        var answer = await desk.SignInAsync(name, form["password"].ToString(), form["code"].ToString(), ClientAddress.Of(context), context.RequestAborted);
        if (answer is SignInAnswer.Done done)
        {
            await Session.BeginAsync(context, done.Account, time.GetUtcNow());
            return Results.LocalRedirect(SessionCookies.Destination(context.Request));
        }

        var (fault, status) = answer switch
        {
            SignInAnswer.Locked locked => ($"连续多次登录失败，请 {Math.Max(1, (int)Math.Ceiling(locked.Wait.TotalMinutes))} 分钟后再试。", StatusCodes.Status429TooManyRequests),
            SignInAnswer.Busy => ("正在登录的人太多，请稍候再试。", StatusCodes.Status503ServiceUnavailable),
            _ => ("用户名、密码或动态码不正确。", StatusCodes.Status401Unauthorized),
        };
        if (answer is SignInAnswer.Locked { Wait: var wait })
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var shown = name.Length > AccountNames.Longest ? name[..AccountNames.Longest] : name;
        return await pages.AnswerAsync<LoginPage, LoginModel>(context, new LoginModel(SessionCookies.Destination(context.Request), shown, fault, store.Current.IsEmpty), status);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, EndedSessions ended)
    {
        await Session.EndAsync(context, ended);
        return Results.LocalRedirect("/login");
    }
}
