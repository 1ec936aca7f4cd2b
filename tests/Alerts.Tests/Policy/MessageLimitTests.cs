#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Policy;

public sealed class MessageLimitTests
{
    private static readonly DateTimeOffset Now = Night.Opened;
    private static readonly EscalationPolicy Policy = new() { LimitMessages = 3, LimitPer = TimeSpan.FromMinutes(10) };

    [Test]
    public void As_many_as_the_limit_go_singly()
    {
        var plan = MessageLimit.Plan(Waiting(3), [], Policy, Now);

        Assert.That(plan.Single, Has.Count.EqualTo(3));
        Assert.That(plan.HeldUntil, Is.Null);
    }

    [Test]
    public void Of_a_storm_the_last_message_allowed_carries_all_that_is_left()
    {
        var plan = MessageLimit.Plan(Waiting(100), [], Policy, Now);

        Assert.That(plan.Single, Has.Count.EqualTo(2));
        Assert.That(plan.Bundles.Single(), Has.Count.EqualTo(98));
        Assert.That(plan.Held, Is.Empty);
    }

    [Test]
    public void With_the_limit_used_up_the_rest_waits_until_the_oldest_message_leaves_the_span()
    {
        DateTimeOffset[] sent = [Now.AddMinutes(-9), Now.AddMinutes(-5), Now.AddMinutes(-1), Now.AddMinutes(-11)];

        var plan = MessageLimit.Plan(Waiting(2), sent, Policy, Now);

        Assert.That(plan.Held, Has.Count.EqualTo(2));
        Assert.That(plan.HeldUntil, Is.EqualTo(Now.AddMinutes(1)));
    }

    [Test]
    public void A_first_critical_alert_is_never_held_nor_bundled()
    {
        var first = Delivery("first", Level.Critical, first: true);
        var repeat = Delivery("repeat", Level.Critical, first: false);

        var plan = MessageLimit.Plan([repeat, first], [.. Enumerable.Repeat(Now.AddMinutes(-1), 50)], Policy, Now);

        Assert.That(plan.Single, Is.EqualTo(new[] { first }));
        Assert.That(plan.Held, Is.EqualTo(new[] { repeat }));
    }

    [Test]
    public void The_gravest_and_oldest_go_singly_before_the_rest_is_bundled()
    {
        List<Delivery> waiting = [.. Waiting(5), Delivery("grave", Level.Major, first: false)];

        Assert.That(MessageLimit.Plan(waiting, [], Policy, Now).Single[0].Alert.Id, Is.EqualTo("grave"));
    }

    [Test]
    public void Mail_and_sms_are_bundled_apart()
    {
        List<Delivery> waiting = [.. Waiting(5), .. Enumerable.Range(0, 5).Select(i => Delivery($"s{i}", Level.General, false, ChannelKind.Sms))];

        var plan = MessageLimit.Plan(waiting, [], Policy, Now);

        Assert.That(plan.Bundles.Select(bundle => bundle.Select(delivery => delivery.Alert.Channel).Distinct().Count()), Has.All.EqualTo(1));
        Assert.That(plan.Single.Count + plan.Bundles.Count, Is.EqualTo(3));
    }

    [Test]
    public void Zero_means_no_limit()
    {
        var plan = MessageLimit.Plan(Waiting(50), [.. Enumerable.Repeat(Now, 50)], Policy with { LimitMessages = 0 }, Now);

        Assert.That(plan.Single, Has.Count.EqualTo(50));
    }

    [Test]
    public void The_clock_is_set_back_and_messages_of_the_future_hold_nothing()
    {
        var plan = MessageLimit.Plan(Waiting(1), [.. Enumerable.Repeat(Now.AddHours(2), 9)], Policy, Now);

        Assert.That(plan.Single, Has.Count.EqualTo(1));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Every_delivery_is_in_exactly_one_place_and_the_limit_is_kept(byte[] kinds, byte[] minutesAgo, byte limit)
    {
        var policy = Policy with { LimitMessages = (limit % 9) + 1 };
        var waiting = kinds.Select((kind, i) => Delivery($"{i}", (Level)(1 + (kind % 4)), kind % 11 == 0, kind % 2 == 0 ? ChannelKind.Email : ChannelKind.Sms)).ToList();
        var sent = minutesAgo.Select(ago => Now.AddMinutes(-(ago % 20))).ToList();

        var plan = MessageLimit.Plan(waiting, sent, policy, Now);

        Assert.That(plan.Single.Concat(plan.Bundles.SelectMany(bundle => bundle)).Concat(plan.Held), Is.EquivalentTo(waiting));
        var used = sent.Count(at => at > Now.AddMinutes(-10));
        var free = waiting.Count(delivery => delivery.Alert is { First: true, Level: Level.Critical });
        Assert.That(plan.Single.Count + plan.Bundles.Count - free, Is.AtMost(Math.Max(0, policy.LimitMessages - used)));
        Assert.That(plan.Held, plan.HeldUntil is null ? Is.Empty : Is.Not.Empty);
        Assert.That(plan.HeldUntil, Is.Null.Or.GreaterThan(Now));
    }

    private static List<Delivery> Waiting(int count) => [.. Enumerable.Range(0, count).Select(i => Delivery($"d{i:000}", Level.General, false))];

    private static Delivery Delivery(string id, Level level, bool first, ChannelKind channel = ChannelKind.Email) => Model.Delivery.Of(new Alert
    {
        Id = id,
        MessageId = id,
        Level = level,
        Step = "general/0",
        Contact = "officer",
        Channel = channel,
        Address = channel.ToString(),
        DueAt = Now,
        CreatedAt = Now,
        First = first,
        Text = "",
    });
}
