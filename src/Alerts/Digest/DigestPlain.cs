using System.Text;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Writes a digest as plain text.</summary>
internal static class DigestPlain
{
    public static string Write(DigestModel digest)
    {
        var text = new StringBuilder($"{digest.Organisation}{digest.Kind}\n{digest.Period}\n\n");
        text.Append("一、概况\n");
        text.Append("  新发事件：").Append(string.Join('、', digest.Levels.Select(l => $"{l.Name}{l.Count}起"))).Append('\n');
        text.Append("  涉及领域：").Append(digest.Topics.Count > 0 ? string.Join('、', digest.Topics.Select(t => $"{t.Name}{t.Count}起")) : "无").Append('\n');
        text.Append("  相关信息：").Append(string.Join('，', digest.Documents.Select(d => $"{d.Name}{d.Count}条"))).Append("\n\n");
        Incidents(text, "二、新发事件", digest.Opened);
        Incidents(text, "三、在办事件", digest.Ongoing);
        Incidents(text, "四、本期办结", digest.Ended);
        Coverage(text, digest);
        Failures(text, digest);
        text.Append("\n生成时间：").Append(digest.MadeAt).Append('\n');
        return text.Append(digest.Anchor is null ? "" : $"审计链锚点： {digest.Anchor} \n（请留存本邮件；核验：opinionwatch verify --anchor 锚点）\n").ToString();
    }

    private static void Incidents(StringBuilder text, string heading, IReadOnlyList<DigestIncident> incidents)
    {
        text.Append(heading).Append('（').Append(incidents.Count).Append("起）\n");
        foreach (var incident in incidents)
        {
            text.Append("  【").Append(incident.LevelName).Append('】').Append(incident.Title).Append('\n');
            text.Append("    ").Append(string.Join("；", new[] { incident.Where, incident.When, incident.Source, incident.Spread, incident.State }.Where(w => w.Length > 0))).Append('\n');
            foreach (var clock in incident.Clocks)
            {
                text.Append("    ").Append(clock.Words).Append('\n');
            }

            text.Append(incident.Url is null ? "" : $"    {incident.Url}\n");
            text.Append("    编号 ").Append(incident.Id).Append(incident.ConsoleUrl is null ? "" : $"  {incident.ConsoleUrl}").Append('\n');
        }

        text.Append(incidents.Count == 0 ? "  无\n\n" : "\n");
    }

    private static void Coverage(StringBuilder text, DigestModel digest)
    {
        text.Append("五、信源覆盖\n  共").Append(digest.SourcesWhole + digest.Gaps.Count).Append("个信源，全程覆盖").Append(digest.SourcesWhole)
            .Append("个；应覆盖").Append(digest.HoursOf).Append("小时，未覆盖").Append(Math.Max(0, digest.HoursOf - digest.HoursCovered)).Append("小时\n");
        foreach (var source in digest.Gaps)
        {
            text.Append("  ").Append(source.Name).Append('：').Append(source.Covered).Append('，').Append(source.State).Append('\n');
            foreach (var gap in source.Gaps)
            {
                text.Append("    ").Append(gap).Append('\n');
            }
        }
    }

    private static void Failures(StringBuilder text, DigestModel digest)
    {
        text.Append("\n六、未送达的预警\n").Append(digest.Failures.Count == 0 ? "  无\n" : "");
        foreach (var failure in digest.Failures)
        {
            text.Append("  ").Append(failure.Who).Append(' ').Append(failure.Channel).Append(' ').Append(failure.Count).Append("条，").Append(failure.State)
                .Append('：').Append(failure.Reason).Append(failure.Incidents.Length > 0 ? $"（事件 {failure.Incidents}）" : "").Append('\n');
        }
    }
}
