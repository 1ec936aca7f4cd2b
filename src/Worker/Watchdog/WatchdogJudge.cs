using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>Decides from what is seen and remembered whether the service lives. Pure.</summary>
/// <remarks>A beat counts from when it was seen to be new, not from what it says alone: a clock that was set, before or behind, makes neither a false alarm for long nor hides a true one.</remarks>
internal static class WatchdogJudge
{
    /// <summary>Judges one look.</summary>
    /// <returns>What is found, and what is to be remembered.</returns>
    public static (WatchdogFinding Finding, WatchdogMemory Memory) Judge(WatchdogSight sight, WatchdogMemory before, TimeSpan after)
    {
        var now = sight.Now;
        var beat = sight.Beat is { } b ? $"{b.StartedAt.UtcTicks}.{b.Beat}.{b.Stopped}" : null;
        var first = Past(before.FirstLookAt ?? now, now);
        var known = before.BeatAt is { } at ? Past(at, now) : (DateTimeOffset?)null;
        var beatAt = beat is not null && beat != before.Beat ? AgeOf(sight.Beat!, before, now) : known;
        var memory = before with
        {
            FirstLookAt = first,
            Beat = beat ?? before.Beat,
            BeatAt = beatAt,
            DeafSince = sight.Live == LiveAnswer.Silent ? Past(before.DeafSince ?? now, now) : null,
        };

        var since = beatAt ?? first;
        if (now - since > after)
        {
            return (Silence(sight, since, after), memory);
        }

        if (memory.DeafSince is { } deaf && now - deaf > after)
        {
            return (new WatchdogFinding.Alarm(TroubleKind.Deaf, deaf, "采集和预警仍在进行，但控制台和接口没有应答，不能签收和查看"), memory);
        }

        return (now - since > HeartbeatService.Every * 3 || memory.DeafSince is not null ? new WatchdogFinding.Waiting(now - since) : new WatchdogFinding.Well(), memory);
    }

    private static WatchdogFinding.Alarm Silence(WatchdogSight sight, DateTimeOffset since, TimeSpan after) => sight switch
    {
        { Beat.Stopped: true, Live: not LiveAnswer.Answers } => new WatchdogFinding.Alarm(TroubleKind.Stopped, since, "服务被正常停止，至今没有启动"),
        { Live: LiveAnswer.Answers } => new WatchdogFinding.Alarm(TroubleKind.Stuck, since, sight.Stuck?.Why ?? $"控制台有应答，但采集、研判、发件、时限检查中有一项超过 {Spans.Of(after)}没有转动，或心跳文件不能写入"),
        _ => new WatchdogFinding.Alarm(TroubleKind.Gone, since, sight.Stuck?.Why ?? "没有心跳，控制台也没有应答：服务没有运行，或整个卡死"),
    };

    /// <summary>A beat seen for the first time is as old as it says; one that is new since the last look is fresh, whatever the clocks say.</summary>
    private static DateTimeOffset AgeOf(Heartbeat beat, WatchdogMemory before, DateTimeOffset now) => before.Beat is null ? Past(beat.At, now) : beat.Stopped ? Past(beat.At, now) : now;

    private static DateTimeOffset Past(DateTimeOffset at, DateTimeOffset now) => at > now ? now : at;
}
