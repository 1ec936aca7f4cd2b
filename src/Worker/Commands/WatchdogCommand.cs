using System.CommandLine;
using Microsoft.Extensions.Logging;
using OpinionWatch.Worker.Configuration.Yaml;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Watchdog;
using OpinionWatch.Worker.Watching;
using Serilog;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>watchdog</c>: a second, small process that tells when the service is stuck, silent or gone.</summary>
internal static class WatchdogCommand
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public static Command Create(SharedOptions options)
    {
        var once = new Option<bool>("--once") { Description = "只看一次（供定时任务用）：正常退出码 0，异常 1" };
        var after = new Option<string?>("--after") { Description = "服务沉默多久告警，如 5m（默认取配置 watchdog.after）", HelpName = "DURATION" };
        var command = new Command("watchdog", "看门狗：独立的小进程，服务停止、卡住或没有声息时自行发邮件和短信告警，恢复时告知") { once, after };
        command.SetAction((parsed, cancellationToken) => WatchAsync(options.Read(parsed), parsed.GetValue(once), parsed.GetValue(after), TimeProvider.System, cancellationToken));
        return command;
    }

    private static async Task<int> WatchAsync(Folders folders, bool once, string? afterText, TimeProvider time, CancellationToken cancellationToken)
    {
        var after = afterText is null ? null : Durations.Parse(afterText);
        if (afterText is not null && !(after >= Least))
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: --after takes a duration of {Durations.Write(Least)} or more: {Durations.Form}.");
            return ExitCode.WrongUse;
        }

        var serilog = new LoggerConfiguration();
        Logs.ConfigureForWatchdog(serilog);
        using var logs = LoggerFactory.Create(builder => builder.AddSerilog(serilog.CreateLogger(), dispose: true));
        var configurations = new LastGoodConfiguration(folders, Environment.GetEnvironmentVariable);
        if (configurations.Read() is null && once)
        {
            await Terminal.Error.WriteLineAsync(configurations.Fault);
            return ExitCode.WrongUse;
        }

        using var alone = TryBeAlone(configurations.DataFolder);
        if (alone is null)
        {
            await Terminal.Error.WriteLineAsync("opinionwatch: another watchdog looks after this data folder already.");
            return once ? ExitCode.Done : ExitCode.Failed;
        }

        using var http = LiveProbe.CreateClient();
        var run = new WatchdogRun(configurations, new LiveProbe(http), new WatchdogSender(time, logs), after, Environment.MachineName, time, logs.CreateLogger<WatchdogRun>());
        return once ? await OnceAsync(run, cancellationToken) : await LoopAsync(run, configurations, after, time, logs.CreateLogger<WatchdogRun>(), cancellationToken);
    }

    private static async Task<int> OnceAsync(WatchdogRun run, CancellationToken cancellationToken)
    {
        var finding = await run.LookAsync(cancellationToken);
        await Terminal.Out.WriteLineAsync(finding switch
        {
            WatchdogFinding.Alarm alarm => $"异常：{alarm.Why}（自 {alarm.Since:O}）",
            WatchdogFinding.Waiting waiting => $"等待：服务 {Spans.Of(waiting.Silent)}没有声息，尚未到告警时限",
            _ => "正常",
        });
        return finding is WatchdogFinding.Alarm ? ExitCode.Failed : ExitCode.Done;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of the watchdog's loop: whatever a look meets, the next look comes. Nobody watches the watchdog.")]
    private static async Task<int> LoopAsync(WatchdogRun run, LastGoodConfiguration configurations, TimeSpan? after, TimeProvider time, Microsoft.Extensions.Logging.ILogger log, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _ = await run.LookAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                log.WatchdogLookFailed(fault);
            }

            var limit = after ?? configurations.Read()?.Watchdog.After ?? LongestPause;
            await Task.Delay(limit / 5 < LongestPause ? limit / 5 : LongestPause, time, cancellationToken);
        }

        return ExitCode.Done;
    }

    /// <summary>Two watchdogs would tell everything twice. Where the folder cannot be written to, one watches all the same.</summary>
    private static IDisposable? TryBeAlone(string data)
    {
        try
        {
            var folder = Directory.CreateDirectory(WatchFiles.WatchdogFolder(data)).FullName;
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException fault) when (fault.HResult is 11 or unchecked((int)0x80070020))
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MemoryStream();
        }
    }
}
