using System.Net;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes alerts in the words of a Chinese office, or in the bureau's own (<c>config/templates</c>). Pure: the same occasion gives the same words.</summary>
public static class AlertTexts
{
    /// <summary>Writes an alert for its channel.</summary>
    public static AlertText Render(AlertOccasion occasion)
    {
        var matter = AlertMatter.Of(occasion);
        var own = occasion.Options.Templates;
        var parts = MessageParts.Of(matter);
        var subject = PlainText.OneLine(own.MailSubject?.Fill(parts) ?? $"{matter.LateMark}【{matter.LevelName}】{matter.Occasion.Mark}{matter.Title}", 100);
        return occasion.Channel switch
        {
            ChannelKind.Sms => new AlertText(subject, own.Sms is { } sms ? OwnSms.Write(sms, parts) : SmsText.Write(matter), null) { Parts = MessageParts.Short(parts) },
            ChannelKind.Webhook => new AlertText(subject, WebhookText.Write(parts, own, occasion.Contact.Webhook?.PlainText == true), null),
            _ => new AlertText(subject, own.MailText?.Fill(parts) ?? MailText.Write(matter), own.MailHtml?.Fill(parts, Html) ?? MailHtml.Write(matter)),
        };
    }

    private static string Html(string value) => WebUtility.HtmlEncode(value).Replace("\n", "<br>\n", StringComparison.Ordinal);
}
