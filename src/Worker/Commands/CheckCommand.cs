using System.CommandLine;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Duty;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>check</c>: every fault of the whole configuration with file, line and column.</summary>
internal static class CheckCommand
{
    public static Command Create(SharedOptions options)
    {
        var command = new Command("check", "检查全部配置，逐条列出错误的文件、行、列和允许的写法");
        command.SetAction((parsed, _) => CheckAsync(options.Read(parsed)));
        return command;
    }

    private static async Task<int> CheckAsync(Folders folders)
    {
        var reading = ConfigurationReader.Read(folders.Config, folders.Data, Environment.GetEnvironmentVariable);
        foreach (var fault in reading.Faults)
        {
            await Terminal.Out.WriteLineAsync(fault.ToString());
        }

        IReadOnlyList<ConfigurationFault> duty = reading.Configuration is { } configuration
            ? [.. DutyWarnings.Of(DutyWatch.Look(configuration, TimeProvider.System.GetUtcNow()), reading, folders.Config)]
            : [];
        foreach (var warning in duty)
        {
            await Terminal.Out.WriteLineAsync(warning.ToString());
        }

        var errors = reading.Faults.Count(f => f.IsError);
        var warnings = reading.Faults.Count - errors + duty.Count;
        await Terminal.Error.WriteLineAsync($"{folders.Config}：{errors} 个错误，{warnings} 个提醒");
        return errors == 0 ? ExitCode.Done : ExitCode.WrongUse;
    }
}
