using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>Chinese names of channels.</summary>
public static class ChannelNames
{
    /// <summary>Gives the name: 邮件, 短信, 群机器人.</summary>
    public static string Of(ChannelKind kind) => kind switch
    {
        ChannelKind.Email => "邮件",
        ChannelKind.Sms => "短信",
        _ => "群机器人",
    };
}
