#pragma warning disable NUnit1027 // FsCheck gives the arguments.
namespace OpinionWatch.Model.Tests;

public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 1, 0, 0, TimeSpan.Zero);

    private readonly Delivery _queued = Delivery.Of(new Alert
    {
        Id = "a",
        MessageId = "a@example.cn",
        Step = "critical/0",
        Contact = "officer",
        Channel = ChannelKind.Email,
        Address = "officer@example.cn",
        DueAt = Now,
        CreatedAt = Now,
        Text = "",
    });

    [Test]
    public void A_new_delivery_may_be_tried_at_once_under_the_alerts_own_id()
    {
        Assert.That(_queued, Has.Property("NextAttemptAt").EqualTo(Now).And.Property("MessageId").EqualTo("a@example.cn"));
    }

    [Test]
    public void A_failure_before_success_keeps_when_it_first_failed()
    {
        var after = _queued.Apply(Change(DeliveryState.Failed, 1)).Apply(Change(DeliveryState.Failed, 2)).Apply(Change(DeliveryState.Sent, 3));

        Assert.That(after, Has.Property("State").EqualTo(DeliveryState.Sent).And.Property("FailedAt").EqualTo(Now.AddMinutes(1)).And.Property("SentAt").EqualTo(Now.AddMinutes(3)));
    }

    [Test]
    public void Receipts_in_the_wrong_order_never_take_a_state_back()
    {
        var delivered = _queued.Apply(Change(DeliveryState.Sent, 1)).Apply(Change(DeliveryState.Delivered, 2));

        Assert.That(delivered.Apply(Change(DeliveryState.Sent, 3)), Is.EqualTo(delivered));
        Assert.That(delivered.Apply(Change(DeliveryState.Dead, 3)), Is.EqualTo(delivered));
    }

    [Test]
    public void What_was_handed_over_does_not_go_back_to_waiting()
    {
        var sent = _queued.Apply(Change(DeliveryState.Sent, 1));

        Assert.That(sent.Apply(Change(DeliveryState.Failed, 2)), Is.EqualTo(sent));
        Assert.That(sent.Apply(Change(DeliveryState.Sending, 2)), Is.EqualTo(sent));
    }

    [FsCheck.NUnit.Property]
    public void Once_delivered_always_delivered(byte[] states)
    {
        var delivered = _queued.Apply(Change(DeliveryState.Delivered, 1));

        var after = states.Aggregate(delivered, (delivery, state) => delivery.Apply(Change((DeliveryState)(state % 6), 2)));

        Assert.That(after, Is.EqualTo(delivered));
    }

    private static DeliveryChange Change(DeliveryState state, int minute) => new() { AlertId = "a", At = Now.AddMinutes(minute), State = state, Attempts = minute };
}
