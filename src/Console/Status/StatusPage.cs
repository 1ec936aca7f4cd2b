using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Status;

/// <summary>The page at <c>/</c>: whether the service works, in numbers only; what incidents say needs a token.</summary>
internal static class StatusPage
{
    private const string Style = """
        body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;margin:0;background:#f4f6f8;color:#1d2733}
        main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        h1{font-size:1.4rem;margin:.5rem 0 0}h2{font-size:1.05rem;margin:2rem 0 .5rem}p{margin:.3rem 0}
        table{border-collapse:collapse;width:100%;background:#fff}th,td{text-align:left;padding:.45rem .7rem;border-bottom:1px solid #e3e8ee;vertical-align:top}
        th{font-weight:600;background:#fafbfc}.good{color:#0a6b3d}.bad{color:#a4161a;font-weight:600}.part{color:#8a5a00}.dim{color:#5b6876}
        @media (prefers-color-scheme:dark){body{background:#12171d;color:#dfe6ee}table{background:#1a212a}th{background:#1f2731}th,td{border-color:#2b3542}.good{color:#5fd39a}.bad{color:#ff8a8a}.part{color:#f0c060}.dim{color:#93a1b0}}
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, IServiceStatus status, IIncidentBoard board, ICurrent<ConsoleOptions> options, TimeProvider time)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(Render(status, await status.LookAsync(context.RequestAborted), await board.ListAsync(context.RequestAborted), options.Value, time.GetUtcNow()), "text/html; charset=utf-8");
    }

    private static string Render(IServiceStatus status, Readiness readiness, IReadOnlyList<Incident> incidents, ConsoleOptions options, DateTimeOffset now)
    {
        var page = new StringBuilder()
            .Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta http-equiv=\"refresh\" content=\"30\"><title>运行状态 · 舆情监测</title><style>")
            .Append(Style)
            .Append("</style></head><body><main><h1>舆情监测 · 运行状态</h1><p class=\"dim\">")
            .Append(Encode(options.Organisation)).Append(" · ").Append(Local(now, options)).Append("，每 30 秒自动刷新</p>");
        AppendService(page, readiness, status.Configuration, options);
        AppendIncidents(page, incidents);
        AppendSources(page, status.ListSources(), options);
        return page.Append("</main></body></html>").ToString();
    }

    private static void AppendService(StringBuilder page, Readiness readiness, ConfigurationStatus configuration, ConsoleOptions options)
    {
        page.Append("<h2>服务</h2>");
        page.Append(readiness.IsReady
            ? readiness.Degraded.Count == 0 ? "<p class=\"good\">运行正常</p>" : "<p class=\"part\">运行中，部分功能异常：</p>"
            : "<p class=\"bad\">不能正常工作：</p>");
        foreach (var fault in readiness.Faults.Concat(readiness.Degraded))
        {
            page.Append("<p>").Append(Encode(fault)).Append("</p>");
        }

        page.Append("<p class=\"dim\">配置版本 ").Append(Encode(configuration.Version)).Append('，').Append(Local(configuration.Since, options)).Append(" 起生效</p>");
        if (configuration.Faults.Count > 0)
        {
            page.Append("<p class=\"bad\">最近一次修改有错误，未生效，仍按上一版配置运行：</p>");
        }

        foreach (var fault in configuration.Faults)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Encode(fault.File)} 第 {fault.Line} 行第 {fault.Column} 列：{Encode(fault.Message)}</p>");
        }
    }

    private static void AppendIncidents(StringBuilder page, IReadOnlyList<Incident> incidents)
    {
        page.Append("<h2>未办结事件</h2><table><tr><th>级别</th><th>件数</th><th>未签收</th></tr>");
        foreach (var (level, name) in new[] { (Level.Critical, "特别重大"), (Level.Major, "重大"), (Level.General, "一般"), (Level.Watch, "关注") })
        {
            var live = incidents.Where(i => i.IsLive && i.Level == level).ToList();
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}</td><td>{live.Count}</td><td>{live.Count(i => i.AcknowledgedAt is null)}</td></tr>");
        }

        page.Append("</table><p class=\"dim\">事件内容经接口查看：GET /api/incidents（需令牌）</p>");
    }

    private static void AppendSources(StringBuilder page, IReadOnlyList<SourceStatus> sources, ConsoleOptions options)
    {
        page.Append("<h2>信源</h2><table><tr><th>信源</th><th>状态</th><th>最近访问</th><th>24 小时覆盖</th></tr>");
        foreach (var source in sources)
        {
            var (name, style) = source.State switch
            {
                "seeing" => ("正常", "good"),
                "paused" => ("已暂停", "dim"),
                "waiting" => ("等待首次访问", "dim"),
                _ => ("看不到", "bad"),
            };
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(source.Name)}</td><td class=\"{style}\">{name}{(source.Why is null ? "" : "：" + Encode(source.Why))}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{(source.LastVisitAt is { } at ? Local(at, options) : "—")}</td><td>{source.Coverage.Hours}/{source.Coverage.Of} 小时</td></tr>");
        }

        page.Append("</table>");
    }

    private static string Encode(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);

    private static string Local(DateTimeOffset at, ConsoleOptions options) =>
        TimeZoneInfo.ConvertTime(at, options.TimeZone).ToString("M月d日 HH:mm:ss", CultureInfo.InvariantCulture);
}
