using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Worker.Watching;

/// <summary>What the service or its watchdog says of itself.</summary>
/// <param name="Subject">Subject of a mail.</param>
/// <param name="Short">Text of an SMS; cut to 70 characters when sent.</param>
/// <param name="Text">Text of a mail or for a robot.</param>
internal sealed record SelfMessage(string Subject, string Short, string Text)
{
    private const int MostSms = 70;

    /// <summary>Gives the text for a channel.</summary>
    public string For(Model.ChannelKind channel) => channel switch
    {
        Model.ChannelKind.Sms => PlainText.OneLine(Short, MostSms),
        Model.ChannelKind.Webhook => $"{Subject}\n{Text}",
        _ => Text,
    };

    /// <summary>Gives the variables for gateways that fill approved templates.</summary>
    public IReadOnlyDictionary<string, string> Parts => new Dictionary<string, string> { ["level"] = "系统告警", ["matter"] = Short };
}
