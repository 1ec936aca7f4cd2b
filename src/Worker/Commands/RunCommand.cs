using System.CommandLine;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>run</c>: the service.</summary>
internal static class RunCommand
{
    public static Command Create(SharedOptions options)
    {
        var command = new Command("run", "运行服务：采集、分析、预警、控制台（默认命令）");
        command.SetAction((parsed, cancellationToken) => RunAsync(options.Read(parsed), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        await using var service = await RunningService.StartAsync(folders, cancellationToken);
        foreach (var address in service.Addresses)
        {
            await Terminal.Out.WriteLineAsync($"控制台：{address}");
        }

        await service.WaitForStopAsync(cancellationToken);
        return ExitCode.Done;
    }
}
