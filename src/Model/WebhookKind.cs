namespace OpinionWatch.Model;

/// <summary>Whose group chat a robot speaks in.</summary>
public enum WebhookKind
{
    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>钉钉.</summary>
    DingTalk,

    /// <summary>飞书.</summary>
    Feishu,
}
