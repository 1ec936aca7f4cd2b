namespace OpinionWatch.Model;

/// <summary>A way to reach a person (渠道).</summary>
public enum ChannelKind
{
    /// <summary>Mail.</summary>
    Email,

    /// <summary>Text message.</summary>
    Sms,

    /// <summary>Group chat robot.</summary>
    Webhook,
}
