namespace OpinionWatch.Worker.Drill;

/// <summary>Names of the stages a canary passes, in their order.</summary>
internal static class DrillStages
{
    /// <summary>It stands on the page.</summary>
    public const string Published = "发布";

    /// <summary>The crawler had the page.</summary>
    public const string Fetched = "采集";

    /// <summary>Its text was read out of the page.</summary>
    public const string Extracted = "提取";

    /// <summary>The rules judged it.</summary>
    public const string Judged = "研判";

    /// <summary>Incident and alerts are on disk.</summary>
    public const string Kept = "立案入库";

    /// <summary>Handed over to a channel.</summary>
    public static string Sent(Model.ChannelKind channel) => channel switch
    {
        Model.ChannelKind.Email => "发出邮件",
        Model.ChannelKind.Sms => "发出短信",
        _ => "发出群消息",
    };
}
