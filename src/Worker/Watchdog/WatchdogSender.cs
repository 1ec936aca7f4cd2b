using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>Sends the watchdog's messages by the channels of a configuration, without outbox and store.</summary>
internal sealed class WatchdogSender(TimeProvider time, ILoggerFactory logs)
{
    /// <summary>Sends to everybody by every way that is not done with yet.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="id">Name of this round; with contact and channel it makes the message's id, the same when it is tried again.</param>
    /// <param name="done">Contact and channel of what is done with.</param>
    /// <param name="configuration">Contacts and channels.</param>
    /// <param name="cancellationToken">Stops the sending.</param>
    /// <returns>What is done with now: sent, or never to be sent; and how many were sent in this call.</returns>
    public async Task<(IReadOnlyList<string> Done, int Sent)> SendAsync(SelfMessage message, string id, IReadOnlyList<string> done, WatchConfiguration configuration, CancellationToken cancellationToken)
    {
        var now = done.ToHashSet();
        var sent = 0;
        await using var services = new ServiceCollection()
            .AddSingleton(logs)
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(configuration.Alerts))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(configuration.Contacts))
            .AddAlerts()
            .BuildServiceProvider();
        var rack = services.GetRequiredService<ChannelRack>();
        var log = logs.CreateLogger<WatchdogSender>();
        foreach (var contact in SelfAlarms.ReceiversOf(configuration, time.GetUtcNow()))
        {
            foreach (var (channel, address) in SelfAlarms.WaysTo(contact, configuration))
            {
                var key = $"{contact.Id}/{channel.ToString().ToLowerInvariant()}";
                if (now.Contains(key) || rack.Find(channel) is not { } way)
                {
                    continue;
                }

                switch (await way.SendAsync(Compose(message, $"watchdog.{id}.{key.Replace('/', '.')}", channel, address, configuration), cancellationToken))
                {
                    case SendOutcome.TryLater later:
                        log.WatchdogNotSent(contact.Id, channel, later.Reason);
                        break;
                    case SendOutcome.GiveUp never:
                        log.WatchdogNotSent(contact.Id, channel, never.Reason);
                        now.Add(key);
                        break;
                    default:
                        log.WatchdogSent(contact.Id, channel);
                        now.Add(key);
                        sent++;
                        break;
                }
            }
        }

        return ([.. now.Order(StringComparer.Ordinal)], sent);
    }

    /// <summary>Counts the ways there are to tell anybody.</summary>
    public int CountWays(WatchConfiguration configuration) => SelfAlarms.ReceiversOf(configuration, time.GetUtcNow()).Sum(contact => SelfAlarms.WaysTo(contact, configuration).Count);

    private OutgoingMessage Compose(SelfMessage message, string id, ChannelKind channel, string address, WatchConfiguration configuration) => new()
    {
        MessageId = MessageIds.Of(id.ToLowerInvariant(), configuration.Alerts),
        Step = "watchdog",
        Address = address,
        ComposedAt = time.GetUtcNow(),
        Subject = message.Subject,
        Text = message.For(channel),
        Parts = message.Parts,
    };

    /// <summary>Gives the name of a round of telling.</summary>
    public static string RoundOf(OpenAlarm alarm) =>
        string.Create(CultureInfo.InvariantCulture, $"{alarm.ToldFirstAt.UtcDateTime:yyyyMMddHHmmss}.{(alarm.OverAt is null ? alarm.Repeats.ToString(CultureInfo.InvariantCulture) : "over")}");
}
