using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Outbox;

/// <summary>Keeps a storm from flooding a person: what goes over the limit is gathered into one message. Pure.</summary>
internal static class Bundling
{
    /// <summary>Most alerts in one bundle; a mail of them stays well below what servers take.</summary>
    public const int MostInBundle = 100;

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>What goes out now, and what waits until when.</summary>
    /// <param name="Now">Messages to hand over.</param>
    /// <param name="Held">Deliveries that wait.</param>
    /// <param name="Until">Until when; null when they wait only for messages in hand.</param>
    public sealed record Plan(IReadOnlyList<Parcel> Now, IReadOnlyList<Delivery> Held, DateTimeOffset? Until);

    /// <summary>Says whether limits may hold a delivery: never a first critical alert, a digest or a test, nor one that is part of a bundle already.</summary>
    public static bool MayHold(Delivery delivery) =>
        delivery.Alert is not ({ First: true, Level: Level.Critical } or { IncidentId: "" }) && delivery.MessageId == delivery.Alert.MessageId;

    /// <summary>Plans the messages to one person.</summary>
    /// <param name="waiting">Deliveries due that may be held, most urgent first; what is first heard of goes before reminders.</param>
    /// <param name="sent">Instants of messages handed over to the person, in any order.</param>
    /// <param name="inHand">Messages to the person being handed over at this moment.</param>
    /// <param name="policy">The limit.</param>
    /// <param name="now">Now.</param>
    public static Plan Decide(IReadOnlyList<Delivery> waiting, IReadOnlyList<DateTimeOffset> sent, int inHand, EscalationPolicy policy, DateTimeOffset now)
    {
        if (policy.LimitMessages <= 0)
        {
            return new Plan([.. waiting.Select(Parcel.Of)], [], null);
        }

        // All parts of a bundle carry one instant: distinct instants are messages. Instants well ahead are from before the clock was set back.
        var counted = sent.Where(at => at <= now + Ahead && at > now - policy.LimitPer).Distinct().Order().ToList();
        var ordered = waiting.OrderByDescending(d => d.Alert is { First: true, Level: >= Level.Major }).ToList();
        var limit = policy.LimitMessages - (ordered.Exists(d => d.Alert.First) ? 0 : KeptForFirst(policy.LimitMessages));
        return counted.Count >= limit
            ? new Plan([], ordered, counted[counted.Count - limit] + policy.LimitPer)
            : Share(ordered, limit - counted.Count - inHand);
    }

    /// <summary>Makes one message of several deliveries. The id follows from what is in it and says how many there are.</summary>
    public static Parcel Bundle(IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count == 1)
        {
            return Parcel.Of(deliveries[0]);
        }

        var ids = string.Join('\n', deliveries.Select(d => d.Alert.Id).Order(StringComparer.Ordinal));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids)))[..24];
        var host = deliveries[0].Alert.MessageId.Split('@') is [_, var h] ? h : "opinionwatch.local";
        return new Parcel(deliveries, $"bundle.{hash}.{deliveries.Count}@{host}", IsNewBundle: true);
    }

    /// <summary>Gathers the parts of bundles made earlier.</summary>
    /// <param name="deliveries">What is due.</param>
    /// <param name="isWhole">The list was not cut off; otherwise a bundle some of whose parts are missing is left for another time.</param>
    public static IEnumerable<Parcel> Regather(IEnumerable<Delivery> deliveries, bool isWhole) => deliveries
        .Where(d => d.MessageId != d.Alert.MessageId)
        .GroupBy(d => d.MessageId)
        .Select(parts => new Parcel([.. parts], parts.Key, IsNewBundle: false))
        .Where(parcel => isWhole || parcel.Deliveries.Count == CountOf(parcel.MessageId));

    /// <summary>Reminders alone never use up the limit: a third of it is kept for matters the person has not heard of.</summary>
    private static int KeptForFirst(int limit) => limit / 3;

    private static Plan Share(List<Delivery> waiting, int free)
    {
        if (waiting.Count <= free)
        {
            return new Plan([.. waiting.Select(Parcel.Of)], [], null);
        }

        // The last message of each channel gathers all the rest.
        var channels = waiting.Select(d => (d.Alert.Channel, d.Alert.Address)).Distinct().Take(Math.Max(free, 0)).ToList();
        var alone = waiting.Take(Math.Max(free - channels.Count, 0)).ToList();
        var rest = waiting.Skip(alone.Count).ToList();
        var bundles = channels
            .Select(to => rest.Where(d => (d.Alert.Channel, d.Alert.Address) == to).Take(MostInBundle).ToList())
            .Where(parts => parts.Count > 0)
            .ToList();
        var going = bundles.SelectMany(parts => parts).Select(d => d.Alert.Id).ToHashSet();
        return new Plan([.. alone.Select(Parcel.Of), .. bundles.Select(Bundle)], [.. rest.Where(d => !going.Contains(d.Alert.Id))], null);
    }

    private static int CountOf(string messageId) => int.TryParse(messageId.Split('@')[0].Split('.')[^1], out var count) ? count : 0;
}
