using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes alerts in the words of a Chinese office. Pure: the same occasion gives the same words.</summary>
public static class AlertTexts
{
    /// <summary>Writes an alert for its channel.</summary>
    public static AlertText Render(AlertOccasion occasion)
    {
        var matter = AlertMatter.Of(occasion);
        return occasion.Channel == ChannelKind.Sms
            ? new AlertText(SubjectOf(matter), SmsText.Write(matter), null)
            : new AlertText(SubjectOf(matter), MailText.Write(matter), MailHtml.Write(matter));
    }

    private static string SubjectOf(AlertMatter matter) =>
        PlainText.OneLine($"{matter.LateMark}【{matter.LevelName}】{matter.Occasion.Mark}{matter.Title}", 100);
}
