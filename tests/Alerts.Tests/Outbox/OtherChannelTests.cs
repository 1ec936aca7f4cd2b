using System.Text.Json;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;
using OpinionWatch.TestKit.Sms;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Outbox;

public class OtherChannelTests
{
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
    public async Task A_mail_refused_for_good_is_told_by_text_message_once()
    {
        await using var office = Office();
        Refuse(550);
        office.Start();

        await office.KeepAsync(Alert());
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Dead && o.All.Any(d => d.State == DeliveryState.Sent));

        using var sent = JsonDocument.Parse(_gateway.Requests.Single().Text);
        Assert.That(sent.RootElement.GetProperty("text").GetString(), Does.StartWith("【特别重大】").And.Contain("示例论坛").And.Length.LessThanOrEqualTo(70));
        Assert.That(sent.RootElement.GetProperty("id").GetString(), Is.EqualTo("a.sms@opinionwatch.bureau.test"));
    }

    [Test]
    public async Task A_mail_that_fails_longer_than_two_minutes_is_told_by_text_message_once()
    {
        await using var office = Office();
        Refuse(451);
        office.Start();
        await office.KeepAsync(Alert());
        await office.Outbox.UntilAsync(o => o.Get("a").Attempts == 1);

        var fellBackAfter = TimeSpan.Zero;
        for (var attempts = 1; attempts < 9; attempts++)
        {
            office.GoToNextAttempt("a");
            await office.Outbox.UntilAsync(o => o.Get("a").Attempts > attempts);
            fellBackAfter = fellBackAfter == TimeSpan.Zero && office.Outbox.All.Count == 2 ? office.Time.GetUtcNow() - Some.Now : fellBackAfter;
        }

        await _gateway.WaitForAsync(1);
        Assert.That(fellBackAfter, Is.EqualTo(TimeSpan.FromMinutes(2)));
        Assert.That(office.Outbox.All, Has.Count.EqualTo(2));
        Assert.That(_gateway.Requests.Single().Text, Does.Contain("【补发】"), "two minutes are later than lateAfter");
    }

    [Test]
    public async Task Nothing_is_doubled_when_the_step_goes_by_both_channels_already()
    {
        await using var office = Office();
        Refuse(550);
        office.Start();

        await office.KeepAsync(Alert(), Alert() with { Id = "b", MessageId = "b@x", Channel = ChannelKind.Sms, Address = Some.Officer.Phone! });
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Dead && o.Get("b").State == DeliveryState.Sent);

        Assert.That(office.Outbox.All, Has.Count.EqualTo(2));
        Assert.That(_gateway.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_kill_between_the_other_channel_and_the_dead_letter_makes_one_text_message()
    {
        var outbox = new MemoryOutbox { BeforeRecord = (changes, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken) };
        Refuse(550);
        await using (var killed = Office(outbox))
        {
            killed.Start();
            await killed.KeepAsync(Alert());
            await outbox.UntilAsync(o => o.All.Count == 2);
        }

        outbox.BeforeRecord = (_, _) => Task.CompletedTask;
        await using var after = Office(outbox);
        after.Start();
        await outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Dead && o.Get("a.sms").State == DeliveryState.Sent);

        Assert.That(outbox.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_step_by_text_message_where_none_is_configured_goes_by_mail()
    {
        await using var office = Office(options: Some.Options(Some.Mail(_server)));
        office.Start();

        await office.KeepAsync(Alert() with { Channel = ChannelKind.Sms, Address = Some.Officer.Phone! });
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Dead && o.All.Any(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages.Single().Html, Does.Contain("示例论坛"));
    }

    [Test]
    public async Task Mail_then_text_message_then_robot_each_once()
    {
        await using var robots = await LoopbackSmsGateway.StartAsync();
        robots.Answer = _ => new SmsAnswer { Body = """{"errcode":0}""" };
        _gateway.Answer = _ => new SmsAnswer { Status = 403 };
        Refuse(550);
        await using var office = Office();
        office.Contacts.Value = new ContactBook([Some.Officer with { Webhook = new WebhookRobot(WebhookKind.WeCom, robots.Root) }], new Dictionary<string, IReadOnlyList<string>>());
        office.Start();

        await office.KeepAsync(Alert());
        await office.Outbox.UntilAsync(o => o.All.Count == 3 && o.All.Count(d => d.State == DeliveryState.Dead) == 2 && o.All.Any(d => d.State == DeliveryState.Sent));

        Assert.That(office.Outbox.All.Select(d => d.Alert.Id), Is.EquivalentTo(new[] { "a", "a.sms", "a.sms.webhook" }));
        Assert.That(office.Outbox.Get("a.sms.webhook").Alert.Address, Is.EqualTo("officer"), "the robot's address stands nowhere");
        Assert.That(robots.Requests.Single().Text, Does.Contain("**【特别重大】").And.Contain("查看并签收"));
    }

    [Test]
    public async Task A_gateway_without_money_is_not_waited_for()
    {
        await using var office = Office(options: Some.Options(Some.Mail(_server), Cloud()));
        _gateway.Answer = _ => new SmsAnswer { Body = """{"Code":"isv.AMOUNT_NOT_ENOUGH"}""" };
        office.Start();

        await office.KeepAsync(Alert() with { Channel = ChannelKind.Sms, Address = Some.Officer.Phone! });
        await office.Outbox.UntilAsync(o => o.Get("a").Attempts == 1 && o.All.Any(d => d.State == DeliveryState.Sent));

        Assert.That(office.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Failed), "once paid for it goes out");
        Assert.That(_server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_critical_text_message_goes_out_once_the_gateway_has_money_again_however_often_it_said_no()
    {
        await using var office = Office(options: Some.Options(sms: Some.Sms(_gateway)));
        office.Contacts.Value = new ContactBook([Some.Officer with { Email = null }], new Dictionary<string, IReadOnlyList<string>>());
        _gateway.Answer = _ => new SmsAnswer { Body = """{"code": 5, "message": "余额不足"}""" };
        office.Start();
        await office.KeepAsync(Alert() with { Channel = ChannelKind.Sms, Address = Some.Officer.Phone! });
        for (var attempts = 0; attempts < 8; attempts++)
        {
            office.GoToNextAttempt("a");
            await office.Outbox.UntilAsync(o => o.Get("a").Attempts > attempts);
        }

        _gateway.Answer = _ => new SmsAnswer();
        office.GoToNextAttempt("a");
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);
    }

    [Test]
    public async Task What_was_held_over_the_night_is_not_called_late_by_another_channel_either()
    {
        await using var office = Office();
        Refuse(550);
        office.Start();

        await office.KeepAsync(Alert() with { Level = Level.General, CreatedAt = Some.Now.AddHours(-8), DueAt = Some.Now.AddHours(-8), HeldUntil = Some.Now });
        await office.Outbox.UntilAsync(o => o.All.Any(d => d.State == DeliveryState.Sent));

        Assert.That(_gateway.Requests.Single().Text, Does.Contain("产生于01:05，免打扰期满发出").And.Not.Contain("补发"));
    }

    [Test]
    public async Task What_another_channel_holds_is_written_for_when_it_goes_out()
    {
        await using var office = Office();
        var morning = Some.Now.AddMinutes(55);
        office.Contacts.Value = office.Contacts.Value with
        {
            Duty = new DutyPlan { Quiet = [new QuietRule(Tests.Duty.Office.Span(DutyDays.Daily, "09:00", "10:00"), new HashSet<Level> { Level.General }, new HashSet<string>())] },
        };
        await office.KeepAsync(Alert() with { Level = Level.General, Channel = ChannelKind.Sms, Address = Some.Officer.Phone! });
        await office.Outbox.RecordAsync([new DeliveryChange { AlertId = "a", At = Some.Now, State = DeliveryState.Sent, Attempts = 1 }], CancellationToken.None);

        await office.Receipts.TakeAsync([new Receipt("a@opinionwatch.bureau.test", false, "UNDELIV")], CancellationToken.None);

        var other = office.Outbox.Get("a.email").Alert;
        Assert.That((other.HeldUntil, other.Late), Is.EqualTo(((DateTimeOffset?)morning, false)));
        Assert.That(other.Text, Does.Contain("产生于09:05，免打扰期满发出").And.Contain("还剩5分钟"), "the report is due an hour after 09:05");
    }

    [TestCase(10, true)]
    [TestCase(0, false)]
    public async Task After_the_clock_was_set_back_lateness_and_what_is_left_are_reckoned_by_the_incidents_time(int minutesLate, bool isLate)
    {
        await using var office = Office();
        office.Lead = TimeSpan.FromMinutes(55);
        await office.KeepAsync(Alert() with { Channel = ChannelKind.Sms, Address = Some.Officer.Phone!, DueAt = Some.Now + office.Lead - TimeSpan.FromMinutes(minutesLate) });
        await office.Outbox.RecordAsync([new DeliveryChange { AlertId = "a", At = Some.Now, State = DeliveryState.Sent, Attempts = 1 }], CancellationToken.None);

        await office.Receipts.TakeAsync([new Receipt("a@opinionwatch.bureau.test", false, "UNDELIV")], CancellationToken.None);

        var other = office.Outbox.Get("a.email").Alert;
        Assert.That((other.Late, other.Subject.Contains("补发", StringComparison.Ordinal)), Is.EqualTo((isLate, isLate)));
        Assert.That(other.Text, Does.Contain("还剩5分钟"), "the report is due an hour after 09:05, which by the incident's time is 55 minutes ago");
        Assert.That(other.Text.Contains("10分钟", StringComparison.Ordinal), Is.EqualTo(isLate));
    }

    private AliyunSmsOptions Cloud() => new() { AccessKeyId = "id", AccessKeySecret = "s", SignName = "局", Template = "SMS_1", Parameters = [], Endpoint = _gateway.Root };

    private static Alert Alert() => Some.Alert("a") with { IncidentId = Matters.Eviction().Id };

    private void Refuse(int code) => _server.Fault = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new SmtpFault.Refuse(code) : null;

    private PostOffice Office(MemoryOutbox? outbox = null, AlertsOptions? options = null) =>
        new(options ?? Some.Options(Some.Mail(_server), Some.Sms(_gateway)), outbox) { Incident = Matters.Eviction() };
}
