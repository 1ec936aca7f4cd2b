using System.Net;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes the HTML part of an alert mail: styles inline, no script, no picture, readable on a phone.</summary>
internal static class MailHtml
{
    private const string Font = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

    public static string Write(AlertMatter matter)
    {
        var colour = ColourOf(matter.Level);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Safe(matter.Title)).Append("</title></head>\n<body style=\"margin:0;padding:16px;background:#f4f5f7;").Append(Font).Append(";color:#1f2329;font-size:15px;line-height:1.7\">\n")
            .Append("<div style=\"max-width:640px;margin:0 auto;background:#ffffff;border-top:4px solid ").Append(colour).Append(";padding:20px 24px\">\n")
            .Append("<div style=\"color:").Append(colour).Append(";font-weight:bold\">").Append(matter.LateMark).Append('【').Append(Safe(matter.LevelName)).Append("】</div>\n")
            .Append("<h1 style=\"font-size:20px;line-height:1.4;margin:4px 0 8px\">").Append(Safe(matter.Title)).Append("</h1>\n")
            .Append("<p style=\"margin:0 0 12px\">").Append(matter.LateWords.Length > 0 ? $"<strong>本条{Safe(matter.LateWords)}。</strong>" : "").Append(Safe(matter.Occasion.Sentence)).Append("</p>\n");
        Clocks(html, matter);
        Facts(html, matter);
        Sources(html, matter);
        Paragraph(html, "内容摘要", matter.Summary);
        Grounds(html, matter);
        Acknowledge(html, matter, colour);
        html.Append("<p style=\"margin:20px 0 0;color:#8a8f98;font-size:12px\">事件编号 ").Append(Safe(matter.IncidentId)).Append("<br>")
            .Append(Safe(matter.Organisation)).Append("舆情监测系统自动发送，请勿直接回复。</p>\n</div>\n</body></html>\n");
        return html.ToString();
    }

    /// <summary>Gives the colour of a level, dark enough to be read on white.</summary>
    public static string ColourOf(Level level) => level switch
    {
        Level.Critical => "#b3261e",
        Level.Major => "#b25400",
        Level.General => "#1f5fa8",
        _ => "#5f6672",
    };

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static void Clocks(StringBuilder html, AlertMatter matter)
    {
        foreach (var clock in matter.Clocks)
        {
            var ink = clock.State == ClockState.Missed ? "#b3261e" : clock.State == ClockState.Met ? "#2e7d32" : "#1f2329";
            html.Append("<div style=\"margin:0 0 4px;padding:6px 10px;background:#f7f8fa;color:").Append(ink).Append("\"><strong>")
                .Append(Safe(clock.Title)).Append("时限</strong> ").Append(clock.DueAt).Append(" 前，").Append(clock.Standing).Append("</div>\n");
        }
    }

    private static void Facts(StringBuilder html, AlertMatter matter)
    {
        html.Append("<table role=\"presentation\" style=\"border-collapse:collapse;width:100%;margin:12px 0\">\n");
        Row(html, "级别", matter.Score.Length > 0 ? $"{matter.LevelName}（{matter.Score}分）" : matter.LevelName);
        Row(html, "地点", matter.Places);
        Row(html, "领域", matter.Topics);
        Row(html, "首次发布", matter.FirstPublished);
        Row(html, "发现时间", matter.Detected);
        Row(html, "命中词语", matter.Words);
        Row(html, "当前状态", matter.State);
        html.Append("</table>\n");
    }

    private static void Row(StringBuilder html, string name, string value) =>
        html.Append("<tr><td style=\"padding:3px 12px 3px 0;color:#5f6672;white-space:nowrap;vertical-align:top\">").Append(name)
            .Append("</td><td style=\"padding:3px 0;vertical-align:top\">").Append(Safe(value)).Append("</td></tr>\n");

    private static void Sources(StringBuilder html, AlertMatter matter)
    {
        html.Append(Heading($"信息来源（共{matter.SourceCount}篇）")).Append("<ul style=\"margin:0;padding-left:20px\">\n");
        foreach (var source in matter.Sources)
        {
            var title = Safe(source.Title.Length > 0 ? source.Title : source.Url ?? "原文");
            html.Append("<li>").Append(Safe(source.Name)).Append('　');
            html.Append(source.Url is null ? title : $"<a href=\"{Safe(source.Url)}\" style=\"color:#1f5fa8\">{title}</a>");
            html.Append(source.PublishedAt.Length > 0 ? $"　<span style=\"color:#5f6672\">{source.PublishedAt}</span>" : "").Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Paragraph(StringBuilder html, string heading, string text)
    {
        if (text.Length > 0)
        {
            html.Append(Heading(heading)).Append("<p style=\"margin:0\">").Append(Safe(text)).Append("</p>\n");
        }
    }

    private static void Grounds(StringBuilder html, AlertMatter matter)
    {
        if (matter.Factors.Count == 0)
        {
            return;
        }

        html.Append(Heading("定级依据")).Append("<ul style=\"margin:0;padding-left:20px\">\n");
        foreach (var factor in matter.Factors)
        {
            html.Append("<li>").Append(Safe(factor.Name)).Append(factor.Points == 0 ? "（直接定级）" : $" {factor.Points:+0;-0}分")
                .Append('：').Append(Safe(factor.Because)).Append("</li>\n");
        }

        html.Append("</ul>\n");
        html.Append(matter.LexiconVersion.Length > 0 ? $"<div style=\"color:#8a8f98;font-size:12px\">规则版本 {Safe(matter.LexiconVersion)}</div>\n" : "");
    }

    private static void Acknowledge(StringBuilder html, AlertMatter matter, string colour)
    {
        html.Append(Heading("如何签收"));
        if (matter.Link is { } link)
        {
            html.Append("<p style=\"margin:4px 0 8px\"><a href=\"").Append(Safe(link.AbsoluteUri)).Append("\" style=\"display:inline-block;padding:8px 20px;background:").Append(colour)
                .Append(";color:#ffffff;text-decoration:none\">打开事件并签收</a>").Append(matter is { IsLinkSigned: true, Page: { } page } ? $"　<a href=\"{Safe(page.AbsoluteUri)}\" style=\"color:#1f5fa8\">登录查看事件全部内容</a>" : "").Append("</p>\n");
        }

        html.Append("<p style=\"margin:0;color:#5f6672\">").Append(Safe(AcknowledgeWords.BelowButton(matter))).Append("</p>\n");
    }

    private static string Heading(string text) => $"<h2 style=\"font-size:15px;margin:16px 0 4px\">{text}</h2>\n";
}
