using System.Diagnostics;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Outbox;

public class OutboxDispatcherTests
{
    private LoopbackSmtpServer _server = null!;

    [SetUp]
    public async Task StartServer() => _server = await LoopbackSmtpServer.StartAsync();

    [TearDown]
    public async Task StopServer() => await _server.DisposeAsync();

    [Test]
    public async Task An_alert_is_handed_over_and_only_then_recorded_as_sent()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Outbox.BeforeRecord = (_, _) =>
        {
            Assert.That(_server.Messages, Has.Count.EqualTo(1));
            return Task.CompletedTask;
        };
        office.Start();

        await office.KeepAsync(Some.Alert("a"));
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);

        Assert.That(_server.Messages.Single().MessageId, Is.EqualTo("a@opinionwatch.bureau.test"));
        Assert.That((office.Outbox.Get("a").Attempts, office.Outbox.Get("a").NextAttemptAt), Is.EqualTo((1, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task A_new_alert_does_not_wait_for_the_next_look()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Start();
        await office.KeepAsync(Some.Alert("warm"));
        await _server.WaitForAsync(1);

        var watch = Stopwatch.StartNew();
        await office.KeepAsync(Some.Alert("new"));
        await _server.WaitForAsync(2);

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)), "no clock was advanced: only the signal can have woken it");
    }

    [Test]
    public async Task A_server_down_for_six_hours_loses_nothing_and_is_asked_with_growing_pauses()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync(Some.Alert("critical"), Some.Alert("general", Level.General));
        await office.Outbox.UntilAsync(o => o.All.All(d => d.Attempts == 1));

        while (office.Time.GetUtcNow() < Some.Now + TimeSpan.FromHours(6))
        {
            var next = office.Outbox.All.MinBy(d => d.NextAttemptAt)!;
            office.GoToNextAttempt(next.Alert.Id);
            await office.Outbox.UntilAsync(o => o.Get(next.Alert.Id).Attempts > next.Attempts);
        }

        var tried = (Critical: office.Outbox.Get("critical").Attempts, General: office.Outbox.Get("general").Attempts);
        _server.Listen();
        office.GoToNextAttempt(office.Outbox.All.MinBy(d => d.NextAttemptAt)!.Alert.Id);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(tried.Critical, Is.InRange(70, 85));
        Assert.That(tried.General, Is.InRange(15, 25));
        Assert.That(_server.Messages.Select(m => m.MessageId), Is.EquivalentTo(new[] { "critical@opinionwatch.bureau.test", "general@opinionwatch.bureau.test" }));
    }

    [Test]
    public async Task Critical_is_never_given_up_and_general_is_after_two_days()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        _server.Fault = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new SmtpFault.Refuse(451) : null;
        office.Start();
        await office.KeepAsync(Some.Alert("critical"), Some.Alert("general", Level.General));
        await office.Outbox.UntilAsync(o => o.All.All(d => d.Attempts == 1));

        office.Time.Advance(TimeSpan.FromHours(49));
        await office.Outbox.UntilAsync(o => o.All.All(d => d.Attempts == 2));

        Assert.That(office.Outbox.Get("critical").State, Is.EqualTo(DeliveryState.Failed));
        Assert.That(office.Outbox.Get("general").State, Is.EqualTo(DeliveryState.Dead));
    }

    [Test]
    public async Task A_refusal_for_good_is_a_dead_letter_with_its_reason()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        _server.Fault = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new SmtpFault.Refuse(550) : null;
        office.Start();

        await office.KeepAsync(Some.Alert("a"));
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Dead);

        Assert.That(office.Outbox.Get("a").Reason, Does.Contain("550"));
    }

    [Test]
    public async Task A_kill_between_sending_and_recording_sends_again_under_the_same_id()
    {
        var outbox = new MemoryOutbox { BeforeRecord = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken) };
        await using (var killed = new PostOffice(Some.Options(Some.Mail(_server)), outbox))
        {
            killed.Start();
            await killed.KeepAsync(Some.Alert("a"));
            await _server.WaitForAsync(1);
        }

        Assert.That(outbox.Get("a").State, Is.EqualTo(DeliveryState.Queued), "nothing is marked sent that was not recorded");
        outbox.BeforeRecord = (_, _) => Task.CompletedTask;
        await using var after = new PostOffice(Some.Options(Some.Mail(_server)), outbox);
        after.Start();
        await outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);

        Assert.That(_server.Messages.Select(m => m.MessageId), Is.EqualTo(new[] { "a@opinionwatch.bureau.test", "a@opinionwatch.bureau.test" }));
    }

    [Test]
    public async Task A_full_disk_after_sending_makes_no_second_message()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        var tries = 0;
        var third = new TaskCompletionSource();
        office.Outbox.BeforeRecord = (_, _) =>
        {
            if (Interlocked.Increment(ref tries) == 3)
            {
                third.SetResult();
            }

            return tries <= 3 ? throw new IOException("No space left on device") : Task.CompletedTask;
        };
        office.Start();
        await office.KeepAsync(Some.Alert("a"));

        while (!third.Task.IsCompleted)
        {
            office.Signal();
            office.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(third.Task, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None));
        }

        while (office.Outbox.Get("a").State != DeliveryState.Sent)
        {
            office.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        Assert.That(_server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_channel_that_comes_back_is_used_at_once_for_all_that_waits()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 20).Select(i => Some.Alert($"a{i}", Level.General))]);
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await office.Outbox.UntilAsync(o => o.All.All(d => d.Attempts >= attempt));
            office.GoToNextAttempt(office.Outbox.All.MaxBy(d => d.NextAttemptAt)!.Alert.Id);
        }

        await office.Outbox.UntilAsync(o => o.All.All(d => d.Attempts >= 7));
        _server.Listen();
        await office.KeepAsync(Some.Alert("new"));
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages, Has.Count.EqualTo(21));
    }

    [TestCase(1)]
    [TestCase(20)]
    public async Task A_clock_set_back_holds_no_alert_for_that_long(int minutes)
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Policy.Value = new EscalationPolicy();
        var before = Some.Now.AddMinutes(minutes);

        await office.KeepAsync(Some.Alert("critical", first: true) with { CreatedAt = before, DueAt = before }, Some.Alert("again") with { CreatedAt = before, DueAt = before });
        office.Start();
        await office.Outbox.UntilAsync(o => o.Get("critical").State == DeliveryState.Sent && (minutes < 11 || o.Get("again").State == DeliveryState.Sent));

        Assert.That(office.Time.GetUtcNow(), Is.EqualTo(Some.Now));
    }

    [Test]
    public async Task After_the_clock_was_set_a_bundle_put_off_goes_out_whole_and_what_may_wait_waits()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Policy.Value = new EscalationPolicy();
        var ids = new[] { "major", "general" };
        var bundle = $"bundle.0123456789abcdef.{ids.Length}@opinionwatch.bureau.test";
        await office.KeepAsync(Some.Alert("major", Level.Major), Some.Alert("general", Level.General), Some.Alert("held", Level.General));
        await office.Outbox.RecordAsync(
            [
                .. ids.Select(id => new DeliveryChange { AlertId = id, At = Some.Now, State = DeliveryState.Failed, Attempts = 7, NextAttemptAt = Some.Now.AddMinutes(8), MessageId = bundle, Reason = "4" }),
                new DeliveryChange { AlertId = "held", At = Some.Now, State = DeliveryState.Queued, NextAttemptAt = Some.Now.AddMinutes(8) },
            ],
            CancellationToken.None);

        office.Start();
        await office.Outbox.UntilAsync(o => ids.All(id => o.Get(id).State == DeliveryState.Sent));

        Assert.That(_server.Messages.Single().Text, Does.Contain("事项major").And.Contain("事项general"));
        Assert.That(office.Outbox.Get("held").State, Is.EqualTo(DeliveryState.Queued));
    }

    [Test]
    public async Task A_stop_finishes_what_is_in_hand()
    {
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        var started = new TaskCompletionSource();
        _server.Fault = line =>
        {
            if (line == ".")
            {
                started.TrySetResult();
                return new SmtpFault.Slow(TimeSpan.FromMilliseconds(200));
            }

            return null;
        };
        office.Start();
        await office.KeepAsync(Some.Alert("a"));
        await started.Task;

        await office.StopAsync();

        Assert.That(office.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Sent));
    }

    [Test]
    public async Task An_edit_of_the_mail_settings_is_used_without_a_restart()
    {
        await using var other = await LoopbackSmtpServer.StartAsync();
        await using var office = new PostOffice(Some.Options(Some.Mail(_server)));
        office.Start();
        await office.KeepAsync(Some.Alert("a"));
        await _server.WaitForAsync(1);

        office.Options.Value = Some.Options(Some.Mail(other));
        await office.KeepAsync(Some.Alert("b"));
        await other.WaitForAsync(1);

        Assert.That(other.Messages.Single().MessageId, Does.StartWith("b@"));
    }
}
