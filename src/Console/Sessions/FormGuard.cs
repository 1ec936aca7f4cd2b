using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Pages;

namespace OpinionWatch.Console.Sessions;

/// <summary>Lets a form through only with its antiforgery token: another site cannot make a browser send it.</summary>
internal sealed class FormGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery, PageRenderer pages)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormMark>() is null || await antiforgery.IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        await pages.WriteAsync<NoticePage, Notice>(context, new Notice("表单已失效", "没有保存。表单可能已过期，或登录状态在填写期间有变化。返回上一页可取回所填内容；请重新打开页面后再提交。", "/"), StatusCodes.Status400BadRequest);
    }
}
