#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Alerts.Tests.Outbox;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Receipts;

public class ReceiptDeskTests
{
    private const string Id = "a@opinionwatch.bureau.test";
    private LoopbackSmtpServer _server = null!;
    private LoopbackSmsGateway _gateway = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackSmtpServer.StartAsync();
        _gateway = await LoopbackSmsGateway.StartAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task A_receipt_makes_sent_delivered_and_coming_twice_changes_nothing()
    {
        await using var office = await SentAsync();

        var counts = new[] { await TakeAsync(office, Delivered(Id)), await TakeAsync(office, Delivered(Id), Delivered(Id)), await TakeAsync(office, Failed(Id)) };

        Assert.That(counts, Is.EqualTo(new[] { 1, 0, 0 }));
        Assert.That(office.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task A_receipt_that_it_never_arrived_tells_by_another_channel_and_then_it_is_dead()
    {
        await using var office = await SentAsync();

        await TakeAsync(office, Failed(Id));
        await office.Outbox.UntilAsync(o => o.Get("a.email").State == DeliveryState.Sent);

        Assert.That((office.Outbox.Get("a").State, office.Outbox.Get("a").Reason), Is.EqualTo((DeliveryState.Dead, "网关已接收，但未能送达手机（UNDELIV）")));
        Assert.That(await TakeAsync(office, Failed(Id), Delivered(Id)), Is.Zero, "what is dead stays dead");
        Assert.That(_server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_kill_between_the_other_channel_and_the_death_makes_one_mail()
    {
        await using var office = await SentAsync();
        office.Outbox.BeforeRecord = (changes, _) => changes[0].State == DeliveryState.Dead ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => TakeAsync(office, Failed(Id)));

        office.Outbox.BeforeRecord = (_, _) => Task.CompletedTask;
        await TakeAsync(office, Failed(Id));
        await office.Outbox.UntilAsync(o => o.Get("a.email").State == DeliveryState.Sent && o.Get("a").State == DeliveryState.Dead);

        Assert.That(office.Outbox.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_receipt_before_the_sending_is_recorded_is_kept_and_nothing_goes_out_again()
    {
        await using var office = Office();
        await office.KeepAsync(Alert());

        await TakeAsync(office, Delivered(Id));
        office.Start();
        await office.KeepAsync(Some.Alert("b", channel: ChannelKind.Sms));
        await office.Outbox.UntilAsync(o => o.Get("b").State == DeliveryState.Sent);

        Assert.That(office.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Delivered));
        Assert.That(_gateway.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_receipt_that_names_only_the_gateways_number_is_known_and_of_a_stranger_is_not()
    {
        await using var office = Office(new TencentSmsOptions { SecretId = "i", SecretKey = "k", AppId = "1", SignName = "局", Template = "1", Parameters = [], Endpoint = _gateway.Root });
        _gateway.Answer = _ => new SmsAnswer { Body = """{"Response":{"SendStatusSet":[{"SerialNo":"5000:77","Code":"Ok"}]}}""" };
        office.Start();
        await office.KeepAsync(Alert());
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);

        Assert.That(await TakeAsync(office, Delivered("5000:78")), Is.Zero);
        Assert.That(await TakeAsync(office, Delivered("5000:77")), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_receipt_in_time_another_channel_is_tried_once_unless_somebody_has_acknowledged()
    {
        await using var office = await SentAsync(TimeSpan.FromMinutes(3));
        var early = await office.ReceiptWatch.LookAsync(CancellationToken.None);
        office.Time.Advance(TimeSpan.FromMinutes(3));
        office.Incident = Matters.Eviction() with { AcknowledgedAt = Some.Now };
        var acknowledged = await office.ReceiptWatch.LookAsync(CancellationToken.None);
        office.Incident = Matters.Eviction();

        await using var other = await SentAsync(TimeSpan.FromMinutes(3));
        other.Time.Advance(TimeSpan.FromMinutes(3));
        var late = new[] { await other.ReceiptWatch.LookAsync(CancellationToken.None), await other.ReceiptWatch.LookAsync(CancellationToken.None) };
        await other.Outbox.UntilAsync(o => o.All.Count == 2);

        Assert.That((early, acknowledged), Is.EqualTo((0, 0)));
        Assert.That(late, Is.EqualTo(new[] { 1, 0 }));
        Assert.That(other.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Sent), "it may still arrive");
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public bool Whatever_order_receipts_come_in_a_state_never_goes_back(bool[] receipts)
    {
        var delivery = Delivery.Of(Alert());
        var before = DeliveryState.Queued;
        foreach (var state in receipts.Select(delivered => delivered ? DeliveryState.Delivered : DeliveryState.Dead).Prepend(DeliveryState.Sent).Append(DeliveryState.Sent))
        {
            delivery = delivery.Apply(new DeliveryChange { AlertId = "a", At = Some.Now, State = state });
            if (delivery.State < before || (before > DeliveryState.Sent && delivery.State != before))
            {
                return false;
            }

            before = delivery.State;
        }

        return true;
    }

    private static Receipt Delivered(string id) => new(id, true, "DELIVRD");

    private static Receipt Failed(string id) => new(id, false, "UNDELIV");

    private static Alert Alert() => Some.Alert("a", channel: ChannelKind.Sms) with { IncidentId = Matters.Eviction().Id };

    private static Task<int> TakeAsync(PostOffice office, params Receipt[] receipts) => office.Receipts.TakeAsync(receipts, CancellationToken.None);

    private PostOffice Office(SmsOptions? sms = null) => new(Some.Options(Some.Mail(_server), sms ?? Some.Sms(_gateway))) { Incident = Matters.Eviction() };

    private async Task<PostOffice> SentAsync(TimeSpan? within = null)
    {
        var office = Office(Some.Sms(_gateway) with { ReceiptWithin = within });
        office.Start();
        await office.KeepAsync(Alert());
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);
        return office;
    }
}
