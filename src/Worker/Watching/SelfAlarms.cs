using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Watching;

/// <summary>Says who hears of trouble of the service itself. Pure.</summary>
internal static class SelfAlarms
{
    /// <summary>Lists them: <c>watchdog.to</c>, else the digest's, else those of the first critical step, else everybody.</summary>
    public static IReadOnlyList<Contact> ReceiversOf(WatchConfiguration configuration)
    {
        var first = configuration.Escalation.Steps.TryGetValue(Level.Critical, out var steps) && steps.Count > 0 ? steps[0].Notify : [];
        foreach (var ids in new[] { configuration.Watchdog.To, configuration.Alerts.Digest.To, first })
        {
            if (configuration.Contacts.Resolve(ids) is { Count: > 0 } people)
            {
                return people;
            }
        }

        return configuration.Contacts.Contacts;
    }

    /// <summary>Lists the ways a contact can be told by, with the address of each.</summary>
    public static IReadOnlyList<(ChannelKind Channel, string Address)> WaysTo(Contact contact, WatchConfiguration configuration)
    {
        var ways = new List<(ChannelKind, string)>();
        Add(ChannelKind.Sms, configuration.Alerts.Sms is not null);
        Add(ChannelKind.Email, configuration.Alerts.Mail is not null);
        Add(ChannelKind.Webhook, configured: true);
        return ways;

        void Add(ChannelKind channel, bool configured)
        {
            if (configured && Alerts.Policy.AlertRouter.AddressOf(contact, channel) is { } address)
            {
                ways.Add((channel, address));
            }
        }
    }
}
