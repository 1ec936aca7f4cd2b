using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>Keeps one person from drowning in messages: the last one the limit allows carries all that is left. Holds no first critical alert.</summary>
public static class MessageLimit
{
    /// <summary>Divides what waits for one person.</summary>
    /// <param name="waiting">Deliveries due for this person, over all channels.</param>
    /// <param name="sentAt">When messages were handed over for this person lately; a bundle counts once. Order does not matter.</param>
    /// <param name="policy">Gives <c>limits</c>; 0 messages means no limit.</param>
    /// <param name="now">The present. Instants after it (the clock was set back) are not counted.</param>
    public static LimitPlan Plan(IReadOnlyList<Delivery> waiting, IReadOnlyList<DateTimeOffset> sentAt, EscalationPolicy policy, DateTimeOffset now)
    {
        if (policy.LimitMessages <= 0 || policy.LimitPer <= TimeSpan.Zero)
        {
            return new LimitPlan(waiting, [], [], null);
        }

        var first = waiting.Where(NeverHeld).ToList();
        var rest = waiting
            .Where(delivery => !NeverHeld(delivery))
            .OrderByDescending(delivery => delivery.Alert.Level)
            .ThenBy(delivery => delivery.Alert.DueAt)
            .ThenBy(delivery => delivery.Alert.Id, StringComparer.Ordinal)
            .ToList();
        var counted = sentAt.Where(at => at <= now && at > now - policy.LimitPer).Concat(first.Select(_ => now)).Order().ToList();
        var room = Math.Max(0, policy.LimitMessages - counted.Count);
        return rest.Count <= room
            ? new LimitPlan([.. first, .. rest], [], [], null)
            : Crowded(first, rest, room, counted, policy, now);
    }

    private static LimitPlan Crowded(List<Delivery> first, List<Delivery> rest, int room, List<DateTimeOffset> counted, EscalationPolicy policy, DateTimeOffset now)
    {
        var lanes = rest.Select(Lane).Distinct().Count();
        var single = rest.Take(Math.Max(0, room - lanes)).ToList();
        var groups = rest.Skip(single.Count).GroupBy(Lane).Select(group => (IReadOnlyList<Delivery>)[.. group]).ToList();
        var bundles = groups.Take(room - single.Count).ToList();
        var held = groups.Skip(bundles.Count).SelectMany(group => group).ToList();

        // All are in order, and something is held only when there are as many as the limit: the next may go when so many are left that one has room.
        var all = counted.Concat(single.Select(_ => now)).Concat(bundles.Select(_ => now)).ToList();
        return new LimitPlan(
            [.. first, .. single, .. bundles.Where(bundle => bundle.Count == 1).Select(bundle => bundle[0])],
            [.. bundles.Where(bundle => bundle.Count > 1)],
            held,
            held.Count == 0 ? null : all[^policy.LimitMessages] + policy.LimitPer);
    }

    private static bool NeverHeld(Delivery delivery) => delivery.Alert is { First: true, Level: Level.Critical };

    private static (ChannelKind Channel, string Address) Lane(Delivery delivery) => (delivery.Alert.Channel, delivery.Alert.Address);
}
