using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Sessions;

namespace OpinionWatch.Console.Pages;

/// <summary>The answer to somebody whose role does not allow what they asked for.</summary>
internal static class ForbiddenAnswer
{
    public static Task WriteAsync(HttpContext context)
    {
        var role = Session.Of(context) is { } session ? $"您的角色是“{Rights.NameOf(session.Role)}”，不能做这件事；没有改动。" : "不能做这件事。";
        return context.RequestServices.GetRequiredService<PageRenderer>().WriteAsync<NoticePage, Notice>(
            context,
            new Notice("没有权限", role + "如工作需要，请管理员调整账户角色。", "/"),
            StatusCodes.Status403Forbidden);
    }
}
