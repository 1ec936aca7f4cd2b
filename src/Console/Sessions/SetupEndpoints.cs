using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Pages;

namespace OpinionWatch.Console.Sessions;

/// <summary><c>/setup</c>: the first administrator, from this machine alone, with the token of the log, while there is no account.</summary>
internal static class SetupEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/setup", needs: null, ShowAsync);
        routes.MapForm("/setup", needs: null, SetUpAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PageRenderer pages, IAccountStore store) =>
        await RefuseAsync(context, pages, store) ?? await pages.AnswerAsync<SetupPage, SetupModel>(context, new SetupModel());

    private static async Task<IResult> SetUpAsync(HttpContext context, PageRenderer pages, IAccountStore store, AccountDesk accounts, SignInDesk desk, SetupToken token)
    {
        if (await RefuseAsync(context, pages, store) is { } refused)
        {
            return refused;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password, address) = (form["name"].ToString().Trim(), form["password"].ToString(), ClientAddress.Of(context));
        if (desk.FindWait(address) is not null)
        {
            return await pages.AnswerAsync<SetupPage, SetupModel>(context, new SetupModel(name, "令牌多次不正确，请过一刻钟再试。"), StatusCodes.Status429TooManyRequests);
        }

        if (!token.Opens(form["token"].ToString()))
        {
            desk.CountFailure(address);
            return await pages.AnswerAsync<SetupPage, SetupModel>(context, new SetupModel(name, "令牌不正确；服务每次启动都会在日志里写入新的令牌。"), StatusCodes.Status403Forbidden);
        }

        var fault = password == form["again"].ToString() ? await accounts.AddFirstAsync(name, password, context.RequestAborted) : "两次输入的密码不一样。";
        return fault is null
            ? Results.LocalRedirect("/login")
            : await pages.AnswerAsync<SetupPage, SetupModel>(context, new SetupModel(name, fault), StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult?> RefuseAsync(HttpContext context, PageRenderer pages, IAccountStore store) =>
        store.Current.IsEmpty && ClientAddress.IsThisMachine(context)
            ? null
            : await pages.AnswerAsync<NoticePage, Notice>(
                context,
                new Notice("没有这个页面", "首次设置只在还没有账户时、在服务器本机打开。也可以在服务器上运行 opinionwatch user add。", "/login"),
                StatusCodes.Status404NotFound);
}
