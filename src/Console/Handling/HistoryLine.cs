using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Pages;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>One line of an incident's history, in words.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; empty when the service did it.</param>
/// <param name="Text">What happened.</param>
public sealed record HistoryLine(DateTimeOffset At, string By, string Text)
{
    private const int MostReason = 400;

    /// <summary>Puts an audit entry in words.</summary>
    public static HistoryLine Of(AuditEntry entry)
    {
        var why = PlainText.OneLine(entry.Why, MostReason);
        return new HistoryLine(entry.At, entry.By == IncidentChange.System ? "" : PlainText.OneLine(entry.By, 60), Say(entry.Act.Split(':'), why));
    }

    private static string Say(string[] act, string why) => act[0] switch
    {
        "opened" => With("发现并立案", why),
        "raised" => With("级别上调", why),
        "lowered" => With("级别下调", why),
        "acknowledged" => With("签收", why),
        "reported" => With("报送", why),
        "closed" => With("办结", why),
        "dismissed" => With("排除", why),
        "merged" => $"并入 {why}",
        "absorbed" => $"收入 {why} 的内容",
        "parted" => $"部分内容分出到 {why}",
        "restored" => $"撤销并入 {why}",
        "assessed" => Assessed(why),
        "assigned" => With("交办", why),
        "handling" => With("开始处置", why),
        "sourceEdited" => With("原文被修改", why),
        "sourceRemoved" => With("原文被删除", why),
        "sourceRestored" => With("原文恢复", why),
        "clock" when act.Length == 3 => $"时限“{ClockNames.Of(act[1])}”{(act[2] == nameof(ClockState.Met) ? "按时完成" : "超时")}",
        "drafted" => $"起草{TextName(act)}",
        "approved" => $"审定{TextName(act)}",
        "published" => With($"发布{TextName(act)}", why),
        var other => With(PlainText.OneLine(other, 40), why),
    };

    private static string Assessed(string why)
    {
        var parts = why.Split(':', 2);
        return parts.Length == 2 && Enum.TryParse<OpinionKind>(parts[0], out var kind) ? $"研判为{Words.Of(kind)}：{parts[1]}" : With("研判", why);
    }

    private static string TextName(string[] act) =>
        act.Length == 3 && Enum.TryParse<PublicTextKind>(act[1], out var kind) ? $"{Words.Of(kind)}第 {act[2]} 版" : "稿件";

    private static string With(string what, string why) => why.Length == 0 ? what : $"{what}：{why}";
}
