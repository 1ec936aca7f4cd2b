using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Watching;

/// <summary>Says who hears of trouble of the service itself. Pure.</summary>
internal static class SelfAlarms
{
    /// <summary>Lists them: <c>watchdog.to</c>, else the digest's, else those of the first critical step, else everybody.</summary>
    public static IReadOnlyList<Contact> ReceiversOf(WatchConfiguration configuration, DateTimeOffset now)
    {
        var first = configuration.Escalation.Steps.TryGetValue(Level.Critical, out var steps) && steps.Count > 0 ? steps[0].Notify : [];
        return FirstReached(configuration, now, configuration.Watchdog.To, configuration.Alerts.Digest.To, first);
    }

    /// <summary>Lists the people of the first of some lists of contacts, groups and rosters in which anybody can be reached now, else everybody who can.</summary>
    public static IReadOnlyList<Contact> FirstReached(WatchConfiguration configuration, DateTimeOffset now, params IEnumerable<IReadOnlyList<string>> lists)
    {
        var channels = configuration.Alerts.Channels;
        bool Reached(Contact contact) => AlertRouter.CanBeReached(contact, channels);
        return lists
            .Select(ids => Recipients.Of(configuration.Contacts, ids, now, Reached).People)
            .Append(configuration.Contacts.Contacts)
            .Select(people => people.Where(Reached).ToList())
            .FirstOrDefault(people => people.Count > 0) ?? [];
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
            if (configured && AlertRouter.AddressOf(contact, channel) is { } address)
            {
                ways.Add((channel, address));
            }
        }
    }
}
