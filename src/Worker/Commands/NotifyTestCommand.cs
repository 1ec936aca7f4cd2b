using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;
using OpinionWatch.Worker.Duty;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>notify-test</c>: one harmless message by every channel of a contact.</summary>
internal static class NotifyTestCommand
{
    public static Command Create(SharedOptions options)
    {
        var to = new Option<string>("--to") { Description = "contacts.yaml 中的联系人编号", HelpName = "CONTACT", Required = true };
        var command = new Command("notify-test", "向联系人的每个渠道各发一条测试消息，并逐条报告结果") { to };
        command.SetAction((parsed, cancellationToken) => SendAsync(options.Read(parsed), parsed.GetValue(to)!, cancellationToken));
        return command;
    }

    private static async Task<int> SendAsync(Folders folders, string to, CancellationToken cancellationToken)
    {
        var configuration = Configured.Require(folders);
        var contact = configuration.Contacts.Contacts.FirstOrDefault(c => c.Id == to);
        if (contact is null)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: there is no contact {to}; there are {string.Join(", ", configuration.Contacts.Contacts.Select(c => c.Id))}.");
            return ExitCode.WrongUse;
        }

        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(configuration.Alerts))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(configuration.Contacts))
            .AddAlerts()
            .BuildServiceProvider();
        var results = await services.GetRequiredService<ChannelTest>().RunAsync(contact, cancellationToken);
        foreach (var result in results)
        {
            await Terminal.Out.WriteLineAsync(result.Words);
        }

        Remember(configuration.DataFolder, contact, results);

        // A channel that is not configured is told, and is no failure beside one that works.
        var configured = results.Where(r => r.Channel switch
        {
            ChannelKind.Sms => configuration.Alerts.Sms is not null,
            ChannelKind.Email => configuration.Alerts.Mail is not null,
            _ => true,
        }).ToList();
        return configured.Count > 0 && configured.All(r => r.Succeeded) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Remembers what went out, so that the channel no longer counts as untested.</summary>
    private static void Remember(string dataFolder, Contact contact, IReadOnlyList<ChannelTestResult> results)
    {
        var tested = results.Where(result => result.Succeeded).Select(result => ChannelMark.Of(contact, result.Channel)).ToList();
        if (tested.Count > 0)
        {
            ChannelTestFile.Add(dataFolder, tested, TimeProvider.System.GetUtcNow());
        }
    }
}
