using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>The words of the watchdog's messages. Pure.</summary>
internal static class WatchdogTexts
{
    /// <summary>Trouble.</summary>
    public static SelfMessage Alarm(OpenAlarm alarm, string why, string machine, string? configurationFault, WatchConfiguration configuration, DateTimeOffset now)
    {
        var what = alarm.Kind switch
        {
            TroubleKind.Stopped => "已停止",
            TroubleKind.Stuck => "卡住",
            TroubleKind.Deaf => "控制台无应答",
            _ => "没有运行",
        };
        var since = At(alarm.Since, configuration);
        var effect = alarm.Kind == TroubleKind.Deaf ? "预警照常发出，但无法签收。" : "在此期间出现的舆情不会被发现，也不会预警。";
        var again = alarm.Repeats > 0 ? $"（第 {alarm.Repeats + 1} 次提醒）" : "";
        return new SelfMessage(
            $"【系统告警】舆情监测服务{what}{again}",
            $"【系统告警】舆情监测服务自{since}起{what}，{(alarm.Kind == TroubleKind.Deaf ? "无法签收" : "新舆情不会预警")}，请立即检查主机{machine}",
            $"""
            {configuration.Organisation}舆情监测服务{what}{again}。

            自：{since}（已 {Spans.Of(now - alarm.Since)}）
            情况：{why}。
            影响：{effect}
            处理：请系统管理员立即检查主机 {machine}；查看数据文件夹的 logs，必要时重启服务。恢复前请人工查看重点网站。
            {(configurationFault is null ? "" : $"\n注意：现在的配置有误，看门狗按上一份正确的配置发出本消息：{configurationFault}\n")}
            本消息由独立的看门狗进程发出；每 {Spans.Of(configuration.Watchdog.RepeatEvery)}重复一次，直到恢复。

            """);
    }

    /// <summary>It is over.</summary>
    public static SelfMessage Recovery(OpenAlarm alarm, string machine, WatchConfiguration configuration)
    {
        var over = alarm.OverAt ?? alarm.ToldAt;
        var lasted = Spans.Of(over - alarm.Since);
        return new SelfMessage(
            "【系统恢复】舆情监测服务已恢复",
            $"【系统恢复】舆情监测服务已于{At(over, configuration)}恢复，中断{lasted}，漏过的时限会补发",
            $"{configuration.Organisation}舆情监测服务（主机 {machine}）已恢复。\n\n自：{At(alarm.Since, configuration)}\n至：{At(over, configuration)}\n共 {lasted}。\n\n中断期间发布的内容会补采，错过的步骤会补发并注明；未覆盖的时段见每日汇总。\n");
    }

    private static string At(DateTimeOffset at, WatchConfiguration configuration) => TimeZoneInfo.ConvertTime(at, configuration.TimeZone).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
