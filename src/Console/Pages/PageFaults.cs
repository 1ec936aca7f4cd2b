using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Sessions;

namespace OpinionWatch.Console.Pages;

/// <summary>What somebody at a browser sees when something broke: that nothing was saved, and what to do. The API answers with problem details.</summary>
internal sealed class PageFaults(PageRenderer pages) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        SecureHeaders.Set(httpContext);
        var (text, status) = exception is IOException
            ? ("没有保存：数据现在不能写入，可能是磁盘已满。请通知管理员；紧急事项请先用电话处理，恢复后再补记。", StatusCodes.Status503ServiceUnavailable)
            : ("系统内部出错，没有保存。请稍后再试；仍不行的，请管理员查看日志。", StatusCodes.Status500InternalServerError);
        await pages.WriteAsync<NoticePage, Notice>(httpContext, new Notice("没有完成", text, "/"), status);
        return true;
    }
}
