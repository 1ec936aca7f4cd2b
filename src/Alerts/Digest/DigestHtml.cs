using System.Net;
using System.Text;
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Writes a digest as one page: styles inline, no script, no picture; for mail, phone and paper.</summary>
internal static class DigestHtml
{
    private const string Quiet = "color:#5f6672";

    public static string Write(DigestModel digest)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Safe($"{digest.Organisation}{digest.Kind}")).Append("</title></head>\n")
            .Append("<body style=\"margin:0;padding:16px;background:#f4f5f7;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1f2329;font-size:15px;line-height:1.7\">\n")
            .Append("<div style=\"max-width:720px;margin:0 auto;background:#ffffff;padding:28px 24px\">\n")
            .Append("<div style=\"border-bottom:2px solid #b3261e;padding-bottom:12px;text-align:center\"><div style=\"").Append(Quiet).Append("\">").Append(Safe(digest.Organisation))
            .Append("</div><h1 style=\"font-size:24px;letter-spacing:4px;margin:4px 0\">").Append(Safe(digest.Kind)).Append("</h1><div style=\"").Append(Quiet).Append(";font-size:13px\">")
            .Append(Safe(digest.Period)).Append("</div></div>\n");
        Overview(html, digest);
        Incidents(html, "二、新发事件", digest.Opened);
        Incidents(html, "三、在办事件", digest.Ongoing);
        Incidents(html, "四、本期办结", digest.Ended);
        Coverage(html, digest);
        Failures(html, digest);
        html.Append("<p style=\"margin:28px 0 0;padding-top:12px;border-top:1px solid #e3e5e9;color:#8a8f98;font-size:12px\">舆情监测系统于 ").Append(digest.MadeAt)
            .Append(" 自动生成。事件以控制台所载为准。")
            .Append(digest.Anchor is null ? "" : $"<br>审计链锚点： <span style=\"font-family:monospace;word-break:break-all\">{Safe(digest.Anchor)}</span> （请留存本邮件；核验：opinionwatch verify --anchor 锚点）")
            .Append("</p>\n</div>\n</body></html>\n");
        return html.ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static void Heading(StringBuilder html, string text) =>
        html.Append("<h2 style=\"font-size:17px;margin:26px 0 8px;border-left:4px solid #b3261e;padding-left:8px\">").Append(text).Append("</h2>\n");

    private static void None(StringBuilder html) => html.Append("<p style=\"margin:0;").Append(Quiet).Append("\">无</p>\n");

    private static void Overview(StringBuilder html, DigestModel digest)
    {
        Heading(html, "一、概况");
        html.Append("<table role=\"presentation\" style=\"width:100%;border-collapse:collapse;table-layout:fixed;text-align:center;margin:0 0 10px\"><tr>\n");
        foreach (var level in digest.Levels)
        {
            html.Append("<td style=\"padding:10px 2px;border:1px solid #e3e5e9\"><div style=\"font-size:26px;line-height:1.2;color:")
                .Append(level.Count > 0 ? MailHtml.ColourOf(level.Level) : "#b8bcc4").Append("\">").Append(level.Count).Append("</div><div style=\"font-size:13px;")
                .Append(Quiet).Append("\">").Append(Safe(level.Name)).Append("</div></td>\n");
        }

        html.Append("</tr></table>\n<p style=\"margin:0\">涉及领域：")
            .Append(digest.Topics.Count > 0 ? Safe(string.Join('、', digest.Topics.Select(t => $"{t.Name} {t.Count} 起"))) : "无")
            .Append("<br>相关信息：").Append(Safe(string.Join('，', digest.Documents.Select(d => $"{d.Name} {d.Count} 条")))).Append("</p>\n");
    }

    private static void Incidents(StringBuilder html, string heading, IReadOnlyList<DigestIncident> incidents)
    {
        Heading(html, $"{heading}（{incidents.Count}起）");
        if (incidents.Count == 0)
        {
            None(html);
        }

        foreach (var incident in incidents)
        {
            Incident(html, incident);
        }
    }

    private static void Incident(StringBuilder html, DigestIncident incident)
    {
        var title = Safe(incident.Title);
        html.Append("<div style=\"padding:10px 0;border-bottom:1px solid #eef0f2;page-break-inside:avoid\"><div style=\"font-weight:bold\"><span style=\"color:")
            .Append(MailHtml.ColourOf(incident.Level)).Append("\">【").Append(Safe(incident.LevelName)).Append("】</span>")
            .Append(incident.Url is null ? title : $"<a href=\"{Safe(incident.Url)}\" style=\"color:#1f2329\">{title}</a>").Append("</div>\n<div style=\"font-size:13px;").Append(Quiet).Append("\">")
            .Append(Safe(string.Join(" · ", new[] { incident.Where, incident.Source, incident.Spread }.Where(w => w.Length > 0))))
            .Append("<br>").Append(Safe($"{incident.When} · {incident.State} · 编号 {incident.Id}"))
            .Append(incident.ConsoleUrl is null ? "" : $" · <a href=\"{Safe(incident.ConsoleUrl)}\" style=\"color:#1f5fa8\">打开</a>");
        foreach (var clock in incident.Clocks)
        {
            html.Append("<br><span style=\"color:").Append(clock.Missed ? "#b3261e" : "#5f6672").Append("\">").Append(Safe(clock.Words)).Append("</span>");
        }

        html.Append("</div></div>\n");
    }

    private static void Coverage(StringBuilder html, DigestModel digest)
    {
        Heading(html, "五、信源覆盖");
        var missing = Math.Max(0, digest.HoursOf - digest.HoursCovered);
        html.Append("<p style=\"margin:0 0 6px\">共 ").Append(digest.SourcesWhole + digest.Gaps.Count).Append(" 个信源，全程覆盖 ").Append(digest.SourcesWhole).Append(" 个；应覆盖 ")
            .Append(digest.HoursOf).Append(" 小时，<span style=\"color:").Append(missing > 0 ? "#b3261e" : "#2e7d32").Append("\">未覆盖 ").Append(missing).Append(" 小时</span>。</p>\n");
        foreach (var source in digest.Gaps)
        {
            html.Append("<div style=\"padding:6px 0;border-bottom:1px solid #eef0f2\"><strong>").Append(Safe(source.Name)).Append("</strong>　").Append(Safe(source.Covered)).Append('　').Append(Safe(source.State))
                .Append("<div style=\"font-size:13px;").Append(Quiet).Append("\">").Append(string.Join("<br>", source.Gaps.Select(Safe))).Append("</div></div>\n");
        }
    }

    private static void Failures(StringBuilder html, DigestModel digest)
    {
        Heading(html, "六、未送达的预警");
        if (digest.Failures.Count == 0)
        {
            None(html);
        }

        foreach (var failure in digest.Failures)
        {
            html.Append("<div style=\"padding:6px 0;border-bottom:1px solid #eef0f2\"><strong>").Append(Safe(failure.Who)).Append("</strong>　")
                .Append(Safe($"{failure.Channel} {failure.Count} 条，{failure.State}")).Append("<div style=\"font-size:13px;color:#b3261e\">").Append(Safe(failure.Reason)).Append("</div>")
                .Append(failure.Incidents.Length > 0 ? $"<div style=\"font-size:13px;{Quiet}\">事件 {Safe(failure.Incidents)}</div>" : "").Append("</div>\n");
        }
    }
}
