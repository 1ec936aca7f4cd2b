using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>What became of one test message.</summary>
/// <param name="Channel">By which channel it went.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ChannelTestResult(ChannelKind Channel, SendOutcome Outcome)
{
    /// <summary>Handed over.</summary>
    public bool Succeeded => Outcome is SendOutcome.Sent or SendOutcome.Delivered;

    /// <summary>Gives the outcome in one Chinese line, e.g. <c>邮件：已交付服务器</c>.</summary>
    public string Words => ChannelNames.Of(Channel) + "：" + Outcome switch
    {
        SendOutcome.Sent => "已交付服务器或网关",
        SendOutcome.Delivered => "已送达",
        SendOutcome.TryLater later => $"暂未发出，{later.Reason}",
        SendOutcome.GiveUp giveUp => $"无法发出，{giveUp.Reason}",
        _ => "结果不明",
    };
}
