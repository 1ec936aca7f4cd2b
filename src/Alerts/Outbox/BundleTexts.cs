using System.Net;
using System.Text;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Writes the one message that several alerts were gathered into. It depends on the alerts alone, so that a repeat is the same.</summary>
internal static class BundleTexts
{
    public static OutgoingMessage Write(Parcel parcel, EscalationPolicy policy)
    {
        var alerts = LatestOfEach(parcel.Deliveries.Select(d => d.Alert)).OrderByDescending(a => a.Level).ThenBy(a => a.DueAt).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        if (alerts.Count == 1)
        {
            return OutgoingMessage.Of(parcel.Deliveries.First(d => d.Alert == alerts[0])) with { MessageId = parcel.MessageId, Attempts = parcel.Attempts };
        }

        var channel = parcel.Alert.Channel;
        return new OutgoingMessage
        {
            MessageId = parcel.MessageId,
            Incidents = [.. alerts.Select(a => a.IncidentId).Where(id => id.Length > 0).Distinct()],
            Level = parcel.Level,
            Step = "bundle",
            Address = parcel.Alert.Address,
            ComposedAt = parcel.Deliveries.Max(d => d.Alert.CreatedAt),
            Subject = Subject(alerts, policy),
            Text = channel switch { ChannelKind.Sms => Sms(alerts, policy), ChannelKind.Webhook => Robot(alerts, policy), _ => Text(alerts, policy) },
            Html = channel == ChannelKind.Email ? Html(alerts, policy) : null,
            Parts = channel == ChannelKind.Sms ? Parts(alerts, policy) : null,
            Attempts = parcel.Attempts,
        };
    }

    /// <summary>Of several alerts of one incident (a first one and reminders) only the last is worth reading.</summary>
    private static IEnumerable<Alert> LatestOfEach(IEnumerable<Alert> alerts) => alerts
        .GroupBy(a => a.IncidentId.Length > 0 ? a.IncidentId : a.Id)
        .Select(ofOne => ofOne.OrderBy(a => a.CreatedAt).ThenBy(a => a.DueAt).ThenBy(a => a.Id, StringComparer.Ordinal).Last());

    private static Dictionary<string, string> Parts(List<Alert> alerts, EscalationPolicy policy) => new()
    {
        ["level"] = policy.NameOf(alerts[0].Level),
        ["late"] = Late(alerts),
        ["mark"] = $"{alerts.Count}条预警合并：",
        ["matter"] = string.Join("；", alerts.Take(5).Select(a => PlainText.Cut(TitleOf(a), 14))),
        ["count"] = $"{alerts.Count}",
        ["incident"] = PlainText.OneLine(alerts[0].IncidentId, 60) + "等",
    };

    private static string Robot(List<Alert> alerts, EscalationPolicy policy)
    {
        var text = new StringBuilder($"{Late(alerts)}**【{policy.NameOf(alerts[0].Level)}】{alerts.Count}条预警合并（{Counts(alerts, policy)}）**\n短时间内预警较多，以下各条合并发送，请逐条签收、处置。\n");
        for (var i = 0; i < alerts.Count; i++)
        {
            text.Append(i + 1).Append(". ").Append(WebhookText.Escape(PlainText.OneLine(alerts[i].Subject, 60))).Append('（').Append(WebhookText.Escape(PlainText.OneLine(alerts[i].IncidentId, 60))).Append("）\n");
        }

        return text.ToString();
    }

    private static string Subject(List<Alert> alerts, EscalationPolicy policy) =>
        PlainText.OneLine($"{Late(alerts)}【{policy.NameOf(alerts[0].Level)}】{alerts.Count}条预警合并：{TitleOf(alerts[0])}等", 100);

    private static string Sms(List<Alert> alerts, EscalationPolicy policy)
    {
        var text = $"{Late(alerts)}【{policy.NameOf(alerts[0].Level)}】{alerts.Count}条预警合并（{Counts(alerts, policy)}）：";
        return PlainText.OneLine(text + string.Join("；", alerts.Select(a => PlainText.Cut(TitleOf(a), 14))), SmsText.Most);
    }

    private static string Text(List<Alert> alerts, EscalationPolicy policy)
    {
        var text = new StringBuilder($"{Late(alerts)}【{policy.NameOf(alerts[0].Level)}】{alerts.Count}条预警合并（{Counts(alerts, policy)}）\n短时间内预警较多，以下各条合并为一封发送，请逐条签收、处置。\n\n");
        for (var i = 0; i < alerts.Count; i++)
        {
            text.Append(i + 1).Append(". ").Append(PlainText.OneLine(alerts[i].Subject, 100)).Append("（事件编号 ").Append(PlainText.OneLine(alerts[i].IncidentId, 60)).Append("）\n");
        }

        foreach (var alert in alerts)
        {
            text.Append("\n――――――――――――――――\n").Append(alert.Text.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Html(List<Alert> alerts, EscalationPolicy policy)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"></head>\n")
            .Append("<body style=\"margin:0;padding:16px;background:#f4f5f7;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1f2329;font-size:15px;line-height:1.7\">\n")
            .Append("<div style=\"max-width:640px;margin:0 auto;background:#ffffff;padding:20px 24px\">\n<h1 style=\"font-size:20px;margin:0 0 8px\">")
            .Append(WebUtility.HtmlEncode($"{Late(alerts)}【{policy.NameOf(alerts[0].Level)}】{alerts.Count}条预警合并（{Counts(alerts, policy)}）"))
            .Append("</h1>\n<p style=\"margin:0 0 12px\">短时间内预警较多，以下各条合并为一封发送，请逐条签收、处置。</p>\n");
        foreach (var alert in alerts)
        {
            html.Append("<h2 style=\"font-size:16px;margin:16px 0 4px;border-top:1px solid #d9dce1;padding-top:12px\">").Append(WebUtility.HtmlEncode(PlainText.OneLine(alert.Subject, 100)))
                .Append("</h2>\n<div style=\"white-space:pre-wrap;word-break:break-word;font-size:14px\">").Append(WebUtility.HtmlEncode(alert.Text.TrimEnd())).Append("</div>\n");
        }

        return html.Append("</div>\n</body></html>\n").ToString();
    }

    private static string Late(List<Alert> alerts) => alerts.Exists(a => a.Late) ? "【补发】" : "";

    private static string Counts(List<Alert> alerts, EscalationPolicy policy) =>
        string.Join("、", alerts.GroupBy(a => a.Level).OrderByDescending(g => g.Key).Select(g => $"{policy.NameOf(g.Key)}{g.Count()}"));

    /// <summary>Gives the subject without its marks.</summary>
    private static string TitleOf(Alert alert)
    {
        var subject = alert.Subject.Length > 0 ? alert.Subject : alert.Text;
        while (subject.StartsWith('【') && subject.IndexOf('】', StringComparison.Ordinal) is var end and > 0)
        {
            subject = subject[(end + 1)..];
        }

        return PlainText.OneLine(subject, 60);
    }
}
