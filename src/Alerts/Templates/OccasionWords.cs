using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Why this alert comes, in words.</summary>
/// <param name="Mark">Stands between level and title: empty, 催办：, 报送时限还剩15分钟：, 报送已超时：.</param>
/// <param name="Sentence">Opens the mail.</param>
/// <param name="Clock">The clock it is about; null when it is about none.</param>
internal sealed record OccasionWords(string Mark, string Sentence, string? Clock)
{
    public static OccasionWords Of(AlertOccasion occasion) => occasion.Step switch
    {
        { Before: not null, Of: { } of } => Reminder(occasion, of),
        { Missed: { } missed } => Missed(missed),
        { Unless: StepCondition.Acknowledged } when occasion.Incident.AcknowledgedAt is null && IsAgain(occasion) => Urge(occasion),
        { Unless: { } unless } when IsAgain(occasion) => new OccasionWords("催办：", $"本事件{Undone(unless)}，请抓紧办理。", null),
        _ when occasion.Occurrence > 0 => Urge(occasion),
        _ when occasion.Incident.LevelHistory.Count > 1 && occasion.Incident.LevelSince > occasion.Incident.OpenedAt => Raised(occasion),
        _ => new OccasionWords("", "发现一起新的舆情事件，请立即签收并组织处置。", null),
    };

    private static bool IsAgain(AlertOccasion occasion) => occasion.Occurrence > 0 || occasion.Step.After > TimeSpan.Zero;

    private static OccasionWords Urge(AlertOccasion occasion)
    {
        var waited = Spans.Words(occasion.Own - occasion.Incident.OpenedAt);
        var times = occasion.Occurrence > 0 ? $"（第{occasion.Occurrence + 1}次）" : "";
        return occasion.Incident.AcknowledgedAt is null
            ? new OccasionWords($"催办{times}：", $"本事件发现已{waited}，至今无人签收，请立即签收{times}。", null)
            : new OccasionWords($"催办{times}：", $"本事件发现已{waited}，尚未办结，请抓紧办理{times}。", null);
    }

    private static OccasionWords Raised(AlertOccasion occasion)
    {
        var history = occasion.Incident.LevelHistory;
        var before = occasion.Policy.NameOf(history[^2].To);
        var now = occasion.Policy.NameOf(occasion.Incident.Level);
        return occasion.Incident.Level > history[^2].To
            ? new OccasionWords("升级：", $"本事件由“{before}”升级为“{now}”，请立即签收并按新级别组织处置。", null)
            : new OccasionWords("调级：", $"本事件由“{before}”调整为“{now}”，请按新级别组织处置。", null);
    }

    private static OccasionWords Reminder(AlertOccasion occasion, string name)
    {
        var title = ClockNames.Of(name);
        var left = occasion.Incident.Clocks.Find(c => c.Name == name) is { } clock ? clock.DueAt - occasion.Own : occasion.Step.Before!.Value;
        return left > TimeSpan.Zero
            ? new OccasionWords($"{title}时限还剩{Spans.Words(left)}：", $"距{title}时限还剩{Spans.Words(left)}，尚未完成，请抓紧办理。", name)
            : Missed(name);
    }

    private static OccasionWords Missed(string name)
    {
        var title = ClockNames.Of(name);
        return new OccasionWords($"{title}已超时：", $"{title}时限已过，仍未完成，请立即办理并说明原因。", name);
    }

    private static string Undone(StepCondition condition) => condition switch
    {
        StepCondition.Acknowledged => "尚未签收",
        StepCondition.Reported => "尚未向上级报送",
        StepCondition.Stated => "尚未发布权威信息",
        StepCondition.Briefed => "尚未召开新闻发布会",
        _ => "尚未答复",
    };
}
