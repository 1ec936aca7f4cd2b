using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;
using OpinionWatch.Worker.Demo;
using OpinionWatch.Worker.Duty;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>demo</c>: the real service watches three small sites on loopback; alerts land in a folder.</summary>
internal static class DemoCommand
{
    private const string Account = "demo";
    private const int PasswordLetters = 8;

    private static readonly TimeSpan BeforeFirst = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(SharedOptions options)
    {
        var command = new Command("demo", "演示：本机上的示例论坛和新闻站发帖，真实服务采集、研判、预警；不需要外网和邮件服务器");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await DemoAsync(options.Read(parsed), TimeProvider.System, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static async Task<int> DemoAsync(Folders folders, TimeProvider time, CancellationToken cancellationToken)
    {
        var root = folders.Data is null ? Directory.CreateTempSubdirectory("opinionwatch-demo-").FullName : null;
        var data = folders.Data ?? Path.Combine(root!, "data");
        var configuration = Path.Combine(root ?? data, "config");
        await using var town = await DemoTown.StartAsync(time, cancellationToken);
        await DemoConfiguration.WriteAsync(folders.Config, configuration, town.Sites, cancellationToken);
        TestChannels(new Folders(configuration, data), time.GetUtcNow());
        foreach (var draft in DemoPosts.Ordinary)
        {
            town.Publish(draft);
        }

        await using (var service = await RunningService.StartAsync(new Folders(configuration, data), cancellationToken))
        {
            var password = await AddAccountAsync(service, cancellationToken);
            foreach (var address in service.Addresses)
            {
                await Terminal.Out.WriteLineAsync($"控制台：{address}（用户名 {Account}，密码 {password}；接口令牌：demo）");
            }

            foreach (var site in town.Sites)
            {
                await Terminal.Out.WriteLineAsync($"示例站点：{site.Start}");
            }

            await Task.Delay(BeforeFirst, time, cancellationToken);
            await ShowAsync(town, new PickupWatch(data), time, cancellationToken);
            await service.WaitForStopAsync(cancellationToken);
        }

        if (root is not null)
        {
            Directory.Delete(root, recursive: true);
        }

        return ExitCode.Done;
    }

    /// <summary>Makes an account that may do everything in the demo; of one from an earlier run the password is set anew.</summary>
    private static async Task<string> AddAccountAsync(RunningService service, CancellationToken cancellationToken)
    {
        var accounts = service.Web.Services.GetRequiredService<AccountDesk>();
        var password = $"Demo-{RandomNumberGenerator.GetHexString(PasswordLetters, lowercase: true)}";
        if (await accounts.AddAsync(Account, Role.Administrator, password, cancellationToken) is not null)
        {
            await accounts.SetPasswordAsync(Account, password, cancellationToken);
        }

        return password;
    }

    /// <summary>The demo's people read a pickup folder: there is nothing to test, and nothing to warn of.</summary>
    private static void TestChannels(Folders folders, DateTimeOffset now)
    {
        var configuration = Configured.Require(folders);
        ChannelTestFile.Add(configuration.DataFolder, configuration.Contacts.Contacts.Select(contact => ChannelMark.Of(contact, ChannelKind.Email)), now);
    }

    private static async Task ShowAsync(DemoTown town, PickupWatch pickup, TimeProvider time, CancellationToken cancellationToken)
    {
        var first = true;
        foreach (var draft in DemoPosts.Grave)
        {
            var post = town.Publish(draft);
            var published = time.GetTimestamp();
            await Terminal.Out.WriteLineAsync($"已发布：《{post.Title}》");
            if (first)
            {
                var alert = await pickup.FirstAsync(Patience, time, cancellationToken);
                await Terminal.Out.WriteLineAsync(alert is null
                    ? $"一分钟内没有预警，请查看日志：{Path.Combine(pickup.Data, "logs")}"
                    : $"首条预警：{alert.Value.Subject}\n用时 {time.GetElapsedTime(published).TotalSeconds:0.0} 秒，文件 {alert.Value.File}");
                first = false;
            }

            await Task.Delay(Between, time, cancellationToken);
        }

        await Terminal.Out.WriteLineAsync($"全部预警邮件在 {pickup.Folder}；按 Ctrl+C 结束演示。");
    }
}
