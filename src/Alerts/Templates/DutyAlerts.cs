using System.Net;
using System.Text;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Makes the messages that tell the office of faults of roster and channels. Their ids follow from day and person, so that a person is told once a day.</summary>
public static class DutyAlerts
{
    /// <summary>The step of these alerts.</summary>
    public const string Step = "duty";

    private static readonly ChannelKind[] ByQuiet = [ChannelKind.Email, ChannelKind.Webhook, ChannelKind.Sms];

    /// <summary>Makes one message a person: a mail, or where they have none the next quietest.</summary>
    /// <param name="faults">What is wrong; none gives no message.</param>
    /// <param name="people">Who is told.</param>
    /// <param name="due">The instant they are told at; part of the ids.</param>
    /// <param name="options">Sender, zone, channels.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<Alert> For(IReadOnlyList<DutyFault> faults, IEnumerable<Contact> people, DateTimeOffset due, AlertsOptions options, DateTimeOffset now)
    {
        var lines = DutyWords.Lines(faults, options.TimeZone);
        return lines.Count == 0 ? [] :
        [
            .. people.DistinctBy(contact => contact.Id)
                .Select(contact => (Contact: contact, Channel: ChannelOf(contact, options.Channels)))
                .Where(to => to.Channel is not null)
                .Select(to => Write(to.Contact, to.Channel!.Value, lines, DutyWords.Cures(faults), due, options, now)),
        ];
    }

    private static ChannelKind? ChannelOf(Contact contact, IReadOnlySet<ChannelKind> channels) =>
        ByQuiet.Where(channel => channels.Contains(channel) && AlertRouter.AddressOf(contact, channel) is not null).Select(channel => (ChannelKind?)channel).FirstOrDefault();

    private static Alert Write(Contact contact, ChannelKind channel, IReadOnlyList<string> lines, IReadOnlyList<string> cures, DateTimeOffset due, AlertsOptions options, DateTimeOffset now)
    {
        var id = $"duty-{due.UtcDateTime:yyyyMMddHHmm}-{contact.Id}";
        var subject = PlainText.OneLine($"【值班检查】{lines.Count}项问题会使预警送不到人，请今天处理", 100);
        return new Alert
        {
            Id = id,
            MessageId = MessageIds.Of(id, options),
            Step = Step,
            Contact = contact.Id,
            Channel = channel,
            Address = AlertRouter.AddressOf(contact, channel)!,
            DueAt = due,
            CreatedAt = now,
            Subject = subject,
            Text = channel == ChannelKind.Sms ? PlainText.OneLine($"【值班检查】{string.Join(' ', lines)}", SmsText.Most) : Text(subject, lines, cures, options),
            Html = channel == ChannelKind.Email ? Html(subject, lines, cures, options) : null,
        };
    }

    private static string Text(string subject, IReadOnlyList<string> lines, IReadOnlyList<string> cures, AlertsOptions options)
    {
        var text = new StringBuilder(subject).Append("\n\n");
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(i + 1).Append(". ").Append(lines[i]).Append('\n');
        }

        text.Append("\n怎样处理：\n");
        foreach (var cure in cures)
        {
            text.Append("  ").Append(cure).Append('\n');
        }

        return text.Append("\n改好后数秒内生效，可运行 opinionwatch check 核对；问题还在的，明天再告知。\n").Append(Sender(options)).Append('\n').ToString();
    }

    private static string Html(string subject, IReadOnlyList<string> lines, IReadOnlyList<string> cures, AlertsOptions options) => $"""
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Safe(subject)}</title></head>
        <body style="margin:0;padding:16px;background:#f4f5f7;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1f2329;font-size:15px;line-height:1.7">
        <div style="max-width:640px;margin:0 auto;background:#ffffff;border-top:4px solid #b25400;padding:20px 24px">
        <h1 style="font-size:20px;line-height:1.4;margin:0 0 8px">{Safe(subject)}</h1>
        <ol style="margin:0;padding-left:24px">{Items(lines)}</ol>
        <h2 style="font-size:15px;margin:16px 0 4px">怎样处理</h2>
        <ul style="margin:0;padding-left:24px">{Items(cures)}</ul>
        <p style="margin:16px 0 0;color:#5f6672">改好后数秒内生效，可运行 opinionwatch check 核对；问题还在的，明天再告知。</p>
        <p style="margin:20px 0 0;color:#8a8f98;font-size:12px">{Safe(Sender(options))}</p>
        </div>
        </body></html>

        """;

    private static string Items(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"<li style=\"margin:0 0 4px\">{Safe(line)}</li>"));

    private static string Sender(AlertsOptions options) => $"{PlainText.OneLine(options.Organisation, 60)}舆情监测系统自动发送，请勿直接回复。";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
