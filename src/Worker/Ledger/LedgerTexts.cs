using System.Globalization;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Ledger;

/// <summary>The words of the ledger. Pure.</summary>
internal static class LedgerTexts
{
    private const int MostListed = 50;

    /// <summary>The alarm about an hour that does not add up.</summary>
    public static SelfMessage Alarm(DateTimeOffset hour, IReadOnlyList<LedgerDifference> differences, WatchConfiguration configuration)
    {
        var local = TimeZoneInfo.ConvertTime(hour, configuration.TimeZone);
        var when = string.Create(CultureInfo.InvariantCulture, $"{local:MM-dd HH}时");
        var stages = string.Join('、', differences.Select(difference => difference.Stage).Distinct());
        return new SelfMessage(
            "【系统告警】舆情监测账目不平",
            $"【系统告警】舆情监测{when}账目不平，环节：{stages}；可能有内容漏掉，请查看日志",
            $"""
            {configuration.Organisation}舆情监测：{when}的账目不平，环节：{stages}。

            {string.Join('\n', differences.Take(MostListed).Select(difference => $"  {difference}"))}

            “进”是进入该环节的数量，“出”是有结果的数量；“少”表示有内容没有下落，“多”表示有内容被重复计入。
            请系统管理员查看该时段的日志；少的内容请人工查看相应网站。接口 GET /api/ledger 可查各时段的账目。

            """);
    }
}
