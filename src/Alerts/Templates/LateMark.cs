using System.Net;
using OpinionWatch.Alerts.Channels;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Marks a message that goes out late though it was written in time, because its channel was down: 【补发】 and by how much.</summary>
internal static class LateMark
{
    private const string Mark = "【补发】";

    /// <summary>Gives the message as it is to be handed over at <paramref name="now"/>.</summary>
    public static OutgoingMessage On(OutgoingMessage message, DateTimeOffset dueAt, TimeSpan lateAfter, TimeZoneInfo zone, DateTimeOffset now, bool isSms)
    {
        var delay = now - dueAt;
        if (delay <= lateAfter || message.Text.StartsWith(Mark))
        {
            return message;
        }

        var words = $"应于{new ZoneTime(zone).Short(dueAt, now)}发出，迟{Spans.Words(delay)}";
        return message with
        {
            Subject = Mark + message.Subject,
            Text = isSms ? PlainText.Cut($"{Mark}{message.Text}，{words}", SmsText.Most) : $"{Mark}{message.Text.TrimEnd()}\n\n{words}。\n",
            Parts = message.Parts is { } parts ? new Dictionary<string, string>(parts) { ["late"] = Mark, ["delay"] = words } : null,
            Html = message.Html is { } html ? WithNotice(html, WebUtility.HtmlEncode($"{Mark}{words}。")) : null,
        };
    }

    /// <summary>Puts a line before everything else in the body.</summary>
    private static string WithNotice(string html, string notice)
    {
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        var end = body < 0 ? -1 : html.IndexOf('>', body);
        return html.Insert(end + 1, $"\n<p style=\"margin:0 0 12px;font-weight:600\">{notice}</p>\n");
    }
}
