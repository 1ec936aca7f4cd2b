using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Drill;

/// <summary>The words of a drill. Pure.</summary>
internal static class DrillTexts
{
    /// <summary>The alarm after a canary that was late or lost.</summary>
    public static SelfMessage Alarm(DrillReport report, WatchConfiguration configuration)
    {
        var what = report.State == DrillState.Late ? "晚到" : "没有送到";
        var name = configuration.Contacts.Contacts.FirstOrDefault(c => c.Id == report.To)?.Name ?? report.To;
        return new SelfMessage(
            $"【系统告警】演习预警{what}",
            $"【系统告警】舆情预警演习{what}（{name}）：{report.Why}",
            $"""
            {configuration.Organisation}舆情监测演习：示例帖的预警{what}。

            对象：{name}
            原因：{report.Why}
            各环节：
            {string.Join('\n', report.Stages.Select(Line).DefaultIfEmpty("  无"))}

            真实舆情的预警可能同样受影响，请系统管理员尽快检查。演习编号 {report.Id}。

            """);
    }

    /// <summary>One stage as a line.</summary>
    public static string Line(DrillStage stage) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {stage.Name}　{stage.Seconds:0.0} 秒");
}
