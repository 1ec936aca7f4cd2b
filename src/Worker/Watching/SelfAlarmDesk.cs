using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Watching;

/// <summary>Tells people of trouble of the service through its own outbox, with its retries and other channels.</summary>
internal sealed class SelfAlarmDesk(IOutbox outbox, OutboxDispatcher dispatcher, ConfigurationInForce configuration, TimeProvider time, ILogger<SelfAlarmDesk> log)
{
    /// <summary>The step of these alerts.</summary>
    public const string Step = "system";

    /// <summary>Puts the message into the outbox for everybody who hears of trouble; on disk when the task completes.</summary>
    /// <param name="key">Names the occasion: the same one is told once, however often it is raised.</param>
    /// <param name="message">What to say.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task RaiseAsync(string key, SelfMessage message, CancellationToken cancellationToken)
    {
        var (current, now) = (configuration.Current, time.GetUtcNow());
        var alerts = SelfAlarms.ReceiversOf(current, now)
            .SelectMany(contact => SelfAlarms.WaysTo(contact, current).Select(way => Compose(key, message, contact, way.Channel, way.Address, current, now)))
            .ToList();
        log.SelfAlarmRaised(key, alerts.Count);
        if (alerts.Count > 0)
        {
            await outbox.KeepAsync(new Kept { At = now, Alerts = alerts }, cancellationToken);
            dispatcher.Signal();
        }
    }

    private static Alert Compose(string key, SelfMessage message, Contact contact, ChannelKind channel, string address, WatchConfiguration configuration, DateTimeOffset now)
    {
        var id = $"system-{key}-{contact.Id}-{channel.ToString().ToLowerInvariant()}";
        return new Alert
        {
            Id = id,
            MessageId = MessageIds.Of(id, configuration.Alerts),
            Step = Step,
            Contact = contact.Id,
            Channel = channel,
            Address = address,
            DueAt = now,
            CreatedAt = now,
            Subject = message.Subject,
            Text = message.For(channel),
            Parts = message.Parts,
        };
    }
}
