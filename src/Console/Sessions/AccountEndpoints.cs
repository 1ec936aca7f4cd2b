using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Pages;

namespace OpinionWatch.Console.Sessions;

/// <summary><c>/account</c>: what everybody may change of their own account. Each change asks for the password once more.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/account", Right.Read, (HttpContext context, PageRenderer pages, IAccountStore store) =>
            ShowAsync(context, pages, store, done: DoneWords(context.Request.Query["done"].ToString())));
        routes.MapForm("/account/password", Right.Read, SetPasswordAsync);
        routes.MapForm("/account/second", Right.Read, SecondOnAsync);
        routes.MapForm("/account/second/off", Right.Read, SecondOffAsync);
    }

    private static async Task<IResult> SetPasswordAsync(HttpContext context, PageRenderer pages, IAccountStore store, AccountDesk accounts, SignInDesk desk, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, wanted) = (Session.Of(context)!.Name, form["new"].ToString());
        var fault = wanted != form["again"].ToString() ? "两次输入的新密码不一样。"
            : PasswordRule.FindFault(wanted, name)
                ?? await FaultOfAsync(context, store, desk, form)
                ?? await accounts.SetPasswordAsync(name, wanted, context.RequestAborted);
        return await AnswerAsync(context, pages, store, time, fault, "password");
    }

    private static async Task<IResult> SecondOnAsync(HttpContext context, PageRenderer pages, IAccountStore store, AccountDesk accounts, SignInDesk desk, SecondFactor second, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, secret) = (Session.Of(context)!.Name, form["secret"].ToString());
        var fault = !SecondFactor.IsSecret(secret) ? "请重新打开本页。"
            : await FaultOfAsync(context, store, desk, form)
                ?? (second.Opens(name, secret, form["code"].ToString()) ? null : "动态码不正确：请核对密钥和手机时间。")
                ?? await accounts.SetTotpAsync(name, secret, context.RequestAborted);
        return await AnswerAsync(context, pages, store, time, fault, "second", SecondFactor.IsSecret(secret) ? secret : null);
    }

    private static async Task<IResult> SecondOffAsync(HttpContext context, PageRenderer pages, IAccountStore store, AccountDesk accounts, SignInDesk desk, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fault = await FaultOfAsync(context, store, desk, form) ?? await accounts.SetTotpAsync(Session.Of(context)!.Name, secret: null, context.RequestAborted);
        return await AnswerAsync(context, pages, store, time, fault, "off");
    }

    /// <summary>Says why the present password does not open the account; null when it does.</summary>
    private static async Task<string?> FaultOfAsync(HttpContext context, IAccountStore store, SignInDesk desk, IFormCollection form) =>
        await desk.ConfirmAsync(store.Current.Find(Session.Of(context)!.Name), form["password"].ToString(), ClientAddress.Of(context), context.RequestAborted) switch
        {
            SignInAnswer.Done => null,
            SignInAnswer.Locked => "密码多次不正确，请过一刻钟再试。",
            SignInAnswer.Busy => "请稍候再试。",
            _ => "现在的密码不正确。",
        };

    /// <summary>The change ended all sessions of the account; whoever made it goes on in a new one.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, PageRenderer pages, IAccountStore store, TimeProvider time, string? fault, string done, string? secret = null)
    {
        if (fault is not null)
        {
            return await ShowAsync(context, pages, store, fault, secret: secret);
        }

        if (store.Current.Find(Session.Of(context)!.Name) is { } account)
        {
            await Session.BeginAsync(context, account, time.GetUtcNow());
        }

        return Results.LocalRedirect($"/account?done={done}");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageRenderer pages, IAccountStore store, string? fault = null, string? done = null, string? secret = null)
    {
        var account = store.Current.Find(Session.Of(context)!.Name)!;
        var model = new AccountModel(account.TotpSecret is not null, account.PasswordSetAt, account.TotpSecret is null ? secret ?? SecondFactor.NewSecret() : null, fault, done);
        return await pages.AnswerAsync<AccountPage, AccountModel>(context, model, fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static string? DoneWords(string done) => done switch
    {
        "password" => "密码已修改。",
        "second" => "二次验证已启用。",
        "off" => "二次验证已停用。",
        _ => null,
    };
}
