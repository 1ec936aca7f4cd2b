using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Status;

/// <summary>The page at <c>/</c>: whether the service works, in numbers only; what incidents say needs a token.</summary>
internal static class StatusPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, IServiceStatus status, IIncidentBoard board, ICurrent<ConsoleOptions> options, TimeProvider time)
    {
        var main = Render(status, await status.LookAsync(context.RequestAborted), await board.ListAsync(context.RequestAborted), options.Value, time.GetUtcNow());
        return PageFrame.Answer(context, "运行状态", main, head: "<meta http-equiv=\"refresh\" content=\"30\">");
    }

    private static string Render(IServiceStatus status, Readiness readiness, IReadOnlyList<Incident> incidents, ConsoleOptions options, DateTimeOffset now)
    {
        var page = new StringBuilder()
            .Append("<h1>舆情监测 · 运行状态</h1><p class=\"dim\">")
            .Append(Encode(options.Organisation)).Append(" · ").Append(Local(now, options)).Append("，每 30 秒自动刷新</p>");
        AppendService(page, readiness, status.Configuration, options);
        AppendIncidents(page, incidents);
        AppendSources(page, status.ListSources(), options);
        return page.ToString();
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

    private static string Encode(string text) => PageFrame.Encode(text);

    private static string Local(DateTimeOffset at, ConsoleOptions options) =>
        TimeZoneInfo.ConvertTime(at, options.TimeZone).ToString("M月d日 HH:mm:ss", CultureInfo.InvariantCulture);
}
