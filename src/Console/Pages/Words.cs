using OpinionWatch.Model;

namespace OpinionWatch.Console.Pages;

/// <summary>Chinese names of what the record keeps in English.</summary>
public static class Words
{
    /// <summary>Name of a state.</summary>
    public static string Of(IncidentState state) => state switch
    {
        IncidentState.Open => "未签收",
        IncidentState.Acknowledged => "已签收",
        IncidentState.Assessed => "已研判",
        IncidentState.Handling => "处置中",
        IncidentState.Closed => "已办结",
        _ => "已排除",
    };

    /// <summary>Name of a kind of opinion.</summary>
    public static string Of(OpinionKind kind) => kind switch
    {
        OpinionKind.Constructive => "建设性意见",
        OpinionKind.Hardship => "实际困难",
        OpinionKind.Grave => "重大问题",
        OpinionKind.Uninformed => "不了解情况",
        OpinionKind.Mistaken => "错误看法",
        _ => "虚假不实",
    };

    /// <summary>Name of a kind of text.</summary>
    public static string Of(PublicTextKind kind) => kind switch
    {
        PublicTextKind.Stance => "口径",
        PublicTextKind.Statement => "权威信息",
        _ => "跟帖信息",
    };

    /// <summary>Name of a kind of report.</summary>
    public static string Of(ReportKind kind) => kind switch
    {
        ReportKind.First => "首报",
        ReportKind.FollowUp => "续报",
        _ => "终报",
    };

    /// <summary>Name of a channel.</summary>
    public static string Of(ChannelKind channel) => channel switch
    {
        ChannelKind.Email => "邮件",
        ChannelKind.Sms => "短信",
        _ => "群机器人",
    };

    /// <summary>Name of a relation.</summary>
    public static string Of(DocumentRelation relation) => relation switch
    {
        DocumentRelation.First => "首发",
        DocumentRelation.Reprint => "转载",
        DocumentRelation.Reply => "跟帖",
        DocumentRelation.SameMatter => "同一事件",
        _ => "人工归入",
    };

    /// <summary>Name of a tier of sources.</summary>
    public static string Of(SourceTier tier) => tier switch
    {
        SourceTier.Central => "中央媒体",
        SourceTier.Provincial => "省级媒体",
        SourceTier.Municipal => "市级媒体",
        SourceTier.County => "县级媒体",
        SourceTier.Portal => "商业门户",
        SourceTier.Forum => "论坛",
        SourceTier.Social => "社交平台",
        SourceTier.SelfMedia => "自媒体",
        _ => "政府网站",
    };

    /// <summary>Name of what a document wants.</summary>
    public static string Of(Stance stance) => stance switch
    {
        Stance.Complaint => "投诉",
        Stance.Exposure => "曝光",
        Stance.Inquiry => "咨询",
        Stance.Publicity => "宣传",
        _ => "中性",
    };

    /// <summary>Name of the state of a delivery, and the class it is shown in.</summary>
    public static (string Name, string Style) Of(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Queued => ("等待发送", ""),
        DeliveryState.Sending => ("正在发送", ""),
        DeliveryState.Failed => ("发送失败，将重试", "bad"),
        DeliveryState.Sent => ("已交出，未必已读", ""),
        DeliveryState.Delivered => ("已送达手机", "good"),
        _ when delivery.IsWithdrawn => ("已撤回", "dim"),
        _ => ("已放弃", "bad"),
    };

    /// <summary>Name and class of the state of a source.</summary>
    public static (string Name, string Style) OfSource(string state) => state switch
    {
        "seeing" => ("正常", "good"),
        "paused" => ("已暂停", "dim"),
        "waiting" => ("等待首次访问", "dim"),
        _ => ("看不到", "bad"),
    };
}
