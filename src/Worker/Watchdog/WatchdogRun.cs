using Microsoft.Extensions.Logging;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>The watchdog (看门狗): looks at the service from outside, and tells people on its own when it is stuck, silent or gone, and when that is over.</summary>
/// <remarks>It knows heartbeat and console of the service alone; store and journal are none of its business.</remarks>
internal sealed class WatchdogRun(LastGoodConfiguration configurations, LiveProbe probe, WatchdogSender sender, TimeSpan? after, string machine, TimeProvider time, ILogger<WatchdogRun> log)
{
    /// <summary>How long a recovery is tried to be told.</summary>
    private static readonly TimeSpan RecoveryTold = TimeSpan.FromHours(6);

    private static readonly TimeSpan Slept = TimeSpan.FromSeconds(30);

    private WatchdogMemory? _memory;
    private (DateTimeOffset Wall, long Ticks)? _lastLook;
    private string? _faultTold;

    /// <summary>Looks once, and tells what there is to tell.</summary>
    /// <returns>What was found.</returns>
    public async Task<WatchdogFinding> LookAsync(CancellationToken cancellationToken)
    {
        var configuration = configurations.Read();
        TellFault(configuration is null);
        var data = configurations.DataFolder;
        var beat = WatchFiles.Heartbeat(data).Find<Heartbeat>();
        var live = await probe.AskAsync(beat, configuration?.Console.Listen ?? [], cancellationToken);
        var sight = new WatchdogSight(time.GetUtcNow(), beat, WatchFiles.Stuck(data).Find<StuckNote>(), live);
        var file = new SteadyFile(Path.Combine(WatchFiles.WatchdogFolder(data), "state.json"), 8192);
        _memory ??= file.Find<WatchdogMemory>() ?? new WatchdogMemory();
        ForgiveSleep(sight.Now);
        var (finding, memory) = WatchdogJudge.Judge(sight, _memory, after ?? configuration?.Watchdog.After ?? new WatchdogOptions().After);
        _memory = Follow(finding, memory, configuration?.Watchdog.RepeatEvery ?? new WatchdogOptions().RepeatEvery, sight.Now);
        Keep(file);
        if (configuration is not null && _memory.Alarm is { } alarm)
        {
            await TellAsync(alarm, finding, configuration, cancellationToken);
            Keep(file);
        }

        return finding;
    }

    /// <summary>A machine that slept, or a clock that was set, silenced both service and watchdog: the service has its time anew.</summary>
    private void ForgiveSleep(DateTimeOffset now)
    {
        var ticks = time.GetTimestamp();
        if (_lastLook is var (wall, before) && now - wall - time.GetElapsedTime(before, ticks) > Slept && _memory!.Alarm is null)
        {
            _memory = _memory with { BeatAt = now, DeafSince = null };
        }

        _lastLook = (now, ticks);
    }

    /// <summary>Opens, repeats or ends the telling.</summary>
    private static WatchdogMemory Follow(WatchdogFinding finding, WatchdogMemory memory, TimeSpan repeatEvery, DateTimeOffset now) => (finding, memory.Alarm) switch
    {
        (WatchdogFinding.Alarm found, null or { OverAt: not null }) => memory with { Alarm = new OpenAlarm { Kind = found.Kind, Since = found.Since, ToldFirstAt = now, ToldAt = now } },
        (WatchdogFinding.Alarm found, { } open) when now - open.ToldAt >= repeatEvery || open.ToldAt > now => memory with { Alarm = open with { Kind = found.Kind, ToldAt = now, Repeats = open.Repeats + 1, Done = [] } },
        (WatchdogFinding.Alarm found, { } open) => memory with { Alarm = open with { Kind = found.Kind } },
        (WatchdogFinding.Well, { OverAt: null } open) => memory with { Alarm = open with { OverAt = now, Done = [] } },
        (_, { OverAt: { } over }) when now - over > RecoveryTold => memory with { Alarm = null },
        _ => memory,
    };

    private async Task TellAsync(OpenAlarm alarm, WatchdogFinding finding, WatchConfiguration configuration, CancellationToken cancellationToken)
    {
        if (alarm.OverAt is null && finding is not WatchdogFinding.Alarm)
        {
            return;
        }

        var message = alarm.OverAt is null
            ? WatchdogTexts.Alarm(alarm, ((WatchdogFinding.Alarm)finding).Why, machine, configurations.Fault, configuration, time.GetUtcNow())
            : WatchdogTexts.Recovery(alarm, machine, configuration);
        if (alarm.Done.Count == 0)
        {
            log.WatchdogTells(message.Subject);
        }

        var (done, _) = await sender.SendAsync(message, WatchdogSender.RoundOf(alarm), alarm.Done, configuration, cancellationToken);
        var ways = sender.CountWays(configuration);
        if (ways == 0)
        {
            log.WatchdogHasNoWay();
        }

        _memory = _memory! with { Alarm = alarm.OverAt is not null && done.Count >= ways ? null : alarm with { Done = done } };
    }

    private void TellFault(bool nothing)
    {
        if (configurations.Fault is { } fault && fault != _faultTold)
        {
            if (nothing)
            {
                log.WatchdogHasNoConfiguration(fault);
            }
            else
            {
                log.WatchdogUsesCopy(fault);
            }
        }

        _faultTold = configurations.Fault;
    }

    private void Keep(SteadyFile file)
    {
        try
        {
            file.Write(_memory!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What is in memory goes on; a watchdog started anew may tell once more.
            log.WatchdogMemoryNotKept(fault);
        }
    }
}
