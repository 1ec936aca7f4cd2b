using System.Text;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes the plain part of an alert mail.</summary>
internal static class MailText
{
    public static string Write(AlertMatter matter)
    {
        var text = new StringBuilder();
        text.Append(matter.LateMark).Append('【').Append(matter.LevelName).Append('】').Append(matter.Title).Append('\n');
        if (matter.LateWords.Length > 0)
        {
            text.Append("本条").Append(matter.LateWords).Append("。\n");
        }

        text.Append(matter.Occasion.Sentence).Append("\n\n");
        Line(text, "级　　别", matter.Level == Model.Level.None ? matter.LevelName : WithScore(matter));
        Line(text, "事　　项", matter.Title);
        Line(text, "地　　点", matter.Places);
        Line(text, "领　　域", matter.Topics);
        Line(text, "首次发布", matter.FirstPublished);
        Line(text, "发现时间", matter.Detected);
        Line(text, "命中词语", matter.Words);
        Line(text, "当前状态", matter.State);
        Clocks(text, matter);
        Sources(text, matter);
        if (matter.Summary.Length > 0)
        {
            text.Append("\n内容摘要：\n  ").Append(matter.Summary).Append('\n');
        }

        Grounds(text, matter);
        text.Append("\n如何签收：\n  ").Append(AcknowledgeWords.Of(matter)).Append('\n');
        text.Append("\n事件编号：").Append(matter.IncidentId).Append('\n');
        return text.Append(matter.Organisation.Length > 0 ? matter.Organisation + "舆情监测系统自动发送，请勿直接回复。\n" : "舆情监测系统自动发送，请勿直接回复。\n").ToString();
    }

    private static string WithScore(AlertMatter matter) => matter.Score.Length > 0 ? $"{matter.LevelName}（{matter.Score}分）" : matter.LevelName;

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append('：').Append(value).Append('\n');

    private static void Clocks(StringBuilder text, AlertMatter matter)
    {
        foreach (var clock in matter.Clocks)
        {
            text.Append("办理时限：").Append(clock.Title).Append('，').Append(clock.DueAt).Append("前，").Append(clock.Standing).Append('\n');
        }
    }

    private static void Sources(StringBuilder text, AlertMatter matter)
    {
        text.Append("\n信息来源（共").Append(matter.SourceCount).Append("篇）：\n");
        foreach (var source in matter.Sources)
        {
            text.Append("  ").Append(source.Name);
            text.Append(source.Title.Length > 0 ? $"《{source.Title}》" : "");
            text.Append(source.PublishedAt.Length > 0 ? $" {source.PublishedAt}" : "").Append('\n');
            text.Append(source.Url is null ? "" : $"  {source.Url}\n");
        }
    }

    private static void Grounds(StringBuilder text, AlertMatter matter)
    {
        if (matter.Factors.Count == 0)
        {
            return;
        }

        text.Append("\n定级依据").Append(matter.LexiconVersion.Length > 0 ? $"（规则版本 {matter.LexiconVersion}）" : "").Append("：\n");
        foreach (var factor in matter.Factors)
        {
            text.Append("  ").Append(factor.Name).Append(factor.Points == 0 ? "（直接定级）" : $" {factor.Points:+0;-0}分").Append('：').Append(factor.Because).Append('\n');
        }
    }
}
