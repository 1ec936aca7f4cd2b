using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>drill</c>: a canary through every stage to a person (演习).</summary>
/// <remarks>The running service does it when there is one, for the data folder has one owner; otherwise this process, in a data folder of its own that is gone afterwards.</remarks>
internal static class DrillCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(30);

    public static Command Create(SharedOptions options)
    {
        var to = new Option<string>("--to") { Description = "contacts.yaml 中的联系人编号", HelpName = "CONTACT", Required = true };
        var command = new Command("drill", "演习：一条标明【演习】的示例帖走完采集、研判、立案、预警全程，送到联系人的每个渠道，逐段计时") { to };
        command.SetAction((parsed, cancellationToken) => DrillAsync(options.Read(parsed), parsed.GetValue(to)!, TimeProvider.System, cancellationToken));
        return command;
    }

    private static async Task<int> DrillAsync(Folders folders, string to, TimeProvider time, CancellationToken cancellationToken)
    {
        var reading = Configured.Read(folders);
        var configuration = reading.Configuration!;
        if (configuration.Contacts.Contacts.All(c => c.Id != to))
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: there is no contact {to}; there are {string.Join(", ", configuration.Contacts.Contacts.Select(c => c.Id))}.");
            return ExitCode.WrongUse;
        }

        var report = Storage.FolderOwner.IsPresent(configuration.DataFolder)
            ? await AskServiceAsync(configuration, to, time, cancellationToken)
            : await AloneAsync(folders, reading, to, cancellationToken);
        if (report is null)
        {
            await Terminal.Error.WriteLineAsync("opinionwatch: the service has the data folder open and does not take the drill; it may be stuck. See its log.");
            return ExitCode.Failed;
        }

        await Terminal.Out.WriteLineAsync(report.State switch
        {
            DrillState.Passed => $"演习通过：全程 {report.Stages[^1].Seconds:0.0} 秒（编号 {report.Id}）",
            DrillState.Late => $"演习晚到：{report.Why}（编号 {report.Id}）",
            _ => $"演习失败：{report.Why}（编号 {report.Id}）",
        });
        return report.State == DrillState.Passed ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<DrillReport?> AskServiceAsync(WatchConfiguration configuration, string to, TimeProvider time, CancellationToken cancellationToken)
    {
        var mail = new DrillMail(configuration.DataFolder);
        var name = mail.Ask(new DrillRequest(to, Environment.UserName));
        var asked = time.GetTimestamp();
        var printed = 0;
        while (true)
        {
            var report = mail.Find(name);
            printed = Print(report, printed);
            if (report is { State: not DrillState.Running })
            {
                return report;
            }

            // Another drill may be under way, which takes its time; what was taken at all is waited for.
            if (report is null && time.GetElapsedTime(asked) > Taken && mail.TakeBack(name))
            {
                return null;
            }

            if (time.GetElapsedTime(asked) > Taken + configuration.Drill.Within + configuration.Drill.Within + TimeSpan.FromMinutes(5))
            {
                return null;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private static async Task<DrillReport?> AloneAsync(Folders folders, ConfigurationReading reading, string to, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("opinionwatch-drill-");
        try
        {
            var configuration = reading.Configuration!;
            var own = reading with
            {
                Configuration = configuration with
                {
                    DataFolder = data.FullName,
                    Crawling = configuration.Crawling with { Sources = [] },
                    Console = configuration.Console with { Listen = ["http://127.0.0.1:0"] },
                    Heartbeat = new HeartbeatOptions(),
                    Drill = configuration.Drill with { Weekly = null },
                    Logs = configuration.Logs with { Folder = Path.Combine(data.FullName, "logs") },
                },
            };
            await Terminal.Error.WriteLineAsync("服务没有运行：本次演习由本命令自行走完全程，只检验配置和渠道。");
            await using var service = await RunningService.StartAsync(own, folders, cancellationToken);
            var printed = 0;
            return await service.Web.Services.GetRequiredService<DrillDesk>().RunAsync(to, Environment.UserName, report => printed = Print(report, printed), cancellationToken);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Prints the stages not printed yet.</summary>
    private static int Print(DrillReport? report, int printed)
    {
        foreach (var stage in report?.Stages.Skip(printed) ?? [])
        {
            Terminal.Out.WriteLine(DrillTexts.Line(stage));
            printed++;
        }

        return printed;
    }
}
