using System.Globalization;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Webhook;

/// <summary>Says what the number in a robot's answer means.</summary>
internal static class WebhookFaults
{
    /// <summary>Judges a number that is not 0; null for one that is not known.</summary>
    public static SendOutcome? Judge(WebhookKind kind, string code)
    {
        _ = int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return (kind, number) switch
        {
            (WebhookKind.WeCom, 45009 or 45033) or (WebhookKind.DingTalk, 130101 or 302033 or 410100 or 660026) or (WebhookKind.Feishu, 9499 or 11232) =>
                new SendOutcome.TryLater($"群机器人发送过于频繁（{code}）", TimeSpan.FromMinutes(1)),
            (WebhookKind.WeCom, -1 or 50001 or 50002) or (WebhookKind.DingTalk, -1) => new SendOutcome.TryLater($"群机器人暂时不能发送（{code}）"),
            (WebhookKind.WeCom, 93000 or 93004 or 93008) or (WebhookKind.DingTalk, 300001 or 400101 or 400102) or (WebhookKind.Feishu, 19001) =>
                new SendOutcome.TryLater($"群机器人不存在或已停用，请核对地址（{code}）") { OtherNow = true },
            (WebhookKind.DingTalk, 310000) or (WebhookKind.Feishu, 19021) =>
                new SendOutcome.TryLater($"群机器人的安全设置不通过：请核对 secret、关键词、来源地址和本机时钟（{code}）") { OtherNow = true },
            (WebhookKind.Feishu, 19022) => new SendOutcome.TryLater($"本机地址不在群机器人的白名单（{code}）") { OtherNow = true },
            (WebhookKind.Feishu, 19024) => new SendOutcome.TryLater($"群机器人要求的关键词不在消息里，请改用签名校验（{code}）") { OtherNow = true },
            (WebhookKind.WeCom, 40008 or 40058 or 44004 or 45002) or (WebhookKind.DingTalk, 40035 or 43004 or 430101 or 430102 or 430103 or 430104) =>
                new SendOutcome.GiveUp($"群机器人不接受这条消息（{code}）"),
            _ => null,
        };
    }
}
