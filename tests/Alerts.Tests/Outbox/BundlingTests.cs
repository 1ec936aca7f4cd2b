using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Outbox;

public class BundlingTests
{
    private LoopbackSmtpServer _server = null!;

    [SetUp]
    public async Task StartServer() => _server = await LoopbackSmtpServer.StartAsync();

    [TearDown]
    public async Task StopServer() => await _server.DisposeAsync();

    [Test]
    public async Task What_is_fresh_does_not_die_with_what_it_was_put_beside()
    {
        await using var office = Limited();
        _server.Fault = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new SmtpFault.Refuse(451) : null;
        await office.KeepAsync(Some.Alert("old", Level.Major), Some.Alert("fresh", Level.Major));
        await office.Outbox.RecordAsync([new DeliveryChange { AlertId = "old", At = Some.Now.AddHours(-49), State = DeliveryState.Failed, Attempts = 90, NextAttemptAt = Some.Now }], CancellationToken.None);
        await office.Outbox.RecordAsync(
            [.. office.Outbox.All.Select(d => new DeliveryChange { AlertId = d.Alert.Id, At = Some.Now, State = DeliveryState.Sending, Attempts = d.Attempts, NextAttemptAt = Some.Now, MessageId = "bundle.00.2@x" })], CancellationToken.None);
        office.Start();

        await office.Outbox.UntilAsync(o => o.Get("fresh").Attempts == 1);

        Assert.That(office.Outbox.All.Select(d => (d.State, d.Attempts)), Is.EquivalentTo(new[] { (DeliveryState.Failed, 91), (DeliveryState.Failed, 1) }));
    }

    [Test]
    public async Task A_storm_of_a_hundred_alerts_is_six_messages_that_name_every_matter()
    {
        await using var office = Limited();
        await office.KeepAsync([.. Enumerable.Range(0, 100).Select(i => Some.Alert($"m{i:000}", Level.Major, first: true))]);
        office.Start();

        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages, Has.Count.EqualTo(6));
        var texts = string.Concat(_server.Messages.Select(m => m.Subject + m.Text));
        Assert.That(Enumerable.Range(0, 100).Where(i => !texts.Contains($"事项m{i:000}", StringComparison.Ordinal)), Is.Empty);
        var bundle = _server.Messages.Single(m => m.MessageId!.StartsWith("bundle.", StringComparison.Ordinal));
        Assert.That(office.Outbox.All.Count(d => d.MessageId == bundle.MessageId), Is.EqualTo(95));
        Assert.That(bundle.Subject, Does.StartWith("【重大】95条预警合并："));
    }

    [Test]
    public async Task What_is_over_the_limit_goes_in_one_message_as_soon_as_there_is_room()
    {
        await using var office = Limited();
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 6).Select(i => Some.Alert($"early{i}", Level.General, first: true))]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        await office.KeepAsync([.. Enumerable.Range(0, 4).Select(i => Some.Alert($"held{i}", Level.General, first: true))]);
        await office.Outbox.UntilAsync(o => o.Get("held3").NextAttemptAt > office.Time.GetUtcNow());
        Assert.That(office.Outbox.Get("held0").NextAttemptAt, Is.EqualTo(office.Outbox.All.Min(d => d.SentAt) + TimeSpan.FromMinutes(10)));
        office.GoToNextAttempt("held0");
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages, Has.Count.InRange(7, 10));
    }

    [Test]
    public async Task A_first_critical_alert_is_never_held()
    {
        await using var office = Limited();
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 50).Select(i => Some.Alert($"g{i}", Level.General))]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        await office.KeepAsync(Some.Alert("first", Level.Critical, first: true), Some.Alert("again", Level.Critical));
        await office.Outbox.UntilAsync(o => o.Get("first").State == DeliveryState.Sent && o.Get("again").NextAttemptAt > office.Time.GetUtcNow());

        Assert.That(_server.Messages[^1].MessageId, Does.StartWith("first@"));
    }

    [Test]
    public async Task Reminders_leave_room_for_the_first_alert_of_a_major_matter()
    {
        await using var office = Limited();
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 50).Select(i => Some.Alert($"r{i:00}", Level.Major))]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));
        var reminders = _server.Messages.Count;

        await office.KeepAsync(Some.Alert("more", Level.Major), Some.Alert("first", Level.Major, first: true));
        await office.Outbox.UntilAsync(o => o.Get("first").State == DeliveryState.Sent);

        Assert.That(reminders, Is.EqualTo(4), "two of six are kept");
        Assert.That(_server.Messages, Has.Count.InRange(5, 6));
    }

    [Test]
    public async Task A_bundle_tells_each_incident_once_with_what_was_said_last()
    {
        await using var office = Limited();
        office.Policy.Value = office.Policy.Value with { LimitMessages = 1 };
        Alert Reminder(string id, int minute, string incident) => Some.Alert(id, Level.Major) with { IncidentId = incident, CreatedAt = Some.Now + TimeSpan.FromMinutes(minute) };
        await office.KeepAsync(Reminder("one-a", -30, "i-1"), Reminder("one-b", -20, "i-1"), Reminder("one-c", -10, "i-1"), Reminder("two", -5, "i-2"));
        office.Start();

        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        var mail = _server.Messages.Single();
        Assert.That(mail.Subject, Does.Contain("2条预警合并"));
        Assert.That(mail.Text, Does.Contain("事项one-c").And.Contain("事项two").And.Not.Contain("事项one-a").And.Not.Contain("事项one-b"));
    }

    [Test]
    public async Task Reminders_of_one_incident_alone_are_its_last_reminder()
    {
        await using var office = Limited();
        office.Policy.Value = office.Policy.Value with { LimitMessages = 1 };
        await office.KeepAsync([.. Enumerable.Range(0, 5).Select(i => Some.Alert($"r{i}", Level.Major) with { IncidentId = "i-1", CreatedAt = Some.Now - TimeSpan.FromMinutes(50 - i) })]);
        office.Start();

        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        var mail = _server.Messages.Single();
        Assert.That(mail.MessageId, Does.StartWith("bundle."));
        Assert.That(mail.Subject, Does.Contain("事项r4").And.Not.Contain("合并"));
    }

    [Test]
    public async Task A_hold_that_cannot_be_recorded_keeps_nobody_else_waiting()
    {
        await using var office = Limited();
        office.Policy.Value = office.Policy.Value with { LimitMessages = 1 };
        office.Start();
        await office.KeepAsync(Some.Alert("a1", Level.Major, first: true));
        await office.Outbox.UntilAsync(o => o.Get("a1").State == DeliveryState.Sent);
        office.Outbox.BeforeRecord = (changes, _) => changes.Any(c => c.State == DeliveryState.Queued) ? throw new IOException("No space left on device") : Task.CompletedTask;

        await office.KeepAsync(Some.Alert("a2", Level.Major), Some.Alert("b1", Level.Major) with { Contact = "office", Address = "office@bureau.test" });
        await office.Outbox.UntilAsync(o => o.Get("b1").State == DeliveryState.Sent);

        Assert.That(office.Outbox.Get("a2").State, Is.EqualTo(DeliveryState.Queued));
    }

    [Test]
    public async Task Zero_is_no_limit()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Start();

        await office.KeepAsync([.. Enumerable.Range(0, 40).Select(i => Some.Alert($"g{i}", Level.General))]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages, Has.Count.EqualTo(40));
    }

    [Test]
    public async Task A_bundle_cut_by_a_kill_goes_out_again_as_the_same_bundle()
    {
        var recording = new TaskCompletionSource();
        var outbox = new MemoryOutbox
        {
            BeforeRecord = (changes, cancellationToken) =>
            {
                if (changes[0].State != DeliveryState.Sent || changes.Count == 1)
                {
                    return Task.CompletedTask;
                }

                recording.TrySetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            },
        };
        await using (var killed = Limited(outbox))
        {
            await killed.KeepAsync([.. Enumerable.Range(0, 20).Select(i => Some.Alert($"m{i:00}", Level.Major, first: true))]);
            killed.Start();
            await outbox.UntilAsync(o => o.All.Count(d => d.State == DeliveryState.Sent) == 5);
            await recording.Task;
        }

        outbox.BeforeRecord = (_, _) => Task.CompletedTask;
        await using var after = Limited(outbox);
        after.Start();
        await outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        var bundles = _server.Messages.Where(m => m.MessageId!.StartsWith("bundle.", StringComparison.Ordinal)).ToList();
        Assert.That(bundles, Has.Count.EqualTo(2));
        Assert.That(bundles[1].Bytes.ToArray(), Is.EqualTo(bundles[0].Bytes.ToArray()));
    }

    [Test]
    public async Task A_bundle_of_text_messages_fits_one_and_counts_the_levels()
    {
        await using var gateway = await LoopbackSmsGateway.StartAsync();
        await using var office = Limited(options: Some.Options(sms: Some.Sms(gateway)));
        await office.KeepAsync([.. Enumerable.Range(0, 30).Select(i => Some.Alert($"m{i:00}", i == 7 ? Level.Critical : Level.Major, ChannelKind.Sms, first: true))]);
        office.Start();

        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        var text = System.Text.Json.JsonDocument.Parse(gateway.Requests.Single(r => r.Text.Contains("合并", StringComparison.Ordinal)).Text).RootElement.GetProperty("text").GetString()!;
        Assert.That(text, Does.StartWith("【重大】25条预警合并（重大25）：").And.Length.LessThanOrEqualTo(70));
    }

    [Test]
    public async Task A_digest_is_never_bundled()
    {
        await using var office = Limited();
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 20).Select(i => Some.Alert($"g{i}", Level.General))]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        await office.KeepAsync(Some.Alert("digest", Level.None) with { IncidentId = "", Step = "digest" });
        await office.Outbox.UntilAsync(o => o.Get("digest").State == DeliveryState.Sent);

        Assert.That(_server.Messages[^1].MessageId, Does.StartWith("digest@"));
    }

    private PostOffice Limited(MemoryOutbox? outbox = null, AlertsOptions? options = null)
    {
        var office = new PostOffice(options ?? Some.Options(Some.Mail(_server)), outbox);
        office.Policy.Value = new EscalationPolicy { LimitMessages = 6, LimitPer = TimeSpan.FromMinutes(10) };
        return office;
    }
}
