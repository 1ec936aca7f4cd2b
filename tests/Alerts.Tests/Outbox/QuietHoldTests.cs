using OpinionWatch.Model;
using OpinionWatch.Model.Duty;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Outbox;

/// <summary>Quiet hours from 09:30 to 10:00; the tests' clock starts at 09:05.</summary>
public sealed class QuietHoldTests
{
    private static readonly DateTimeOffset Night = Some.Now.AddMinutes(25);
    private static readonly DateTimeOffset Morning = Some.Now.AddMinutes(55);

    private LoopbackSmtpServer _server = null!;

    [SetUp]
    public async Task Start() => _server = await LoopbackSmtpServer.StartAsync();

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task What_is_held_goes_out_when_the_quiet_hours_end_and_is_not_called_late()
    {
        await using var office = Office(Night);
        office.Start();
        await office.KeepAsync(Held("low"), Some.Alert("grave", Level.Major) with { DueAt = Night, CreatedAt = Night });
        await office.Outbox.UntilAsync(o => o.Get("grave").State == DeliveryState.Sent);
        var before = office.Outbox.Get("low");

        office.Time.Advance(Morning - Night);
        await office.Outbox.UntilAsync(o => o.Get("low").State == DeliveryState.Sent);

        Assert.That((before.State, before.Reason, before.NextAttemptAt), Is.EqualTo((DeliveryState.Queued, (string?)Delivery.Quiet, (DateTimeOffset?)Morning)));
        Assert.That(_server.Messages.Select(mail => mail.Subject), Is.EqualTo(new[] { "【重大】事项grave", "【一般】事项low" }));
    }

    [Test]
    public async Task A_restart_in_the_night_holds_on()
    {
        var outbox = new MemoryOutbox();
        await using (var before = Office(Night, outbox))
        {
            before.Start();
            await before.KeepAsync(Held("low"));
            await before.StopAsync();
        }

        await using var after = Office(Night.AddMinutes(10), outbox);
        after.Start();
        await after.KeepAsync(Some.Alert("grave", Level.Critical));
        await outbox.UntilAsync(o => o.Get("grave").State == DeliveryState.Sent);
        Assert.That(outbox.Get("low").State, Is.EqualTo(DeliveryState.Queued));

        after.Time.Advance(TimeSpan.FromMinutes(20));
        await outbox.UntilAsync(o => o.Get("low").State == DeliveryState.Sent);
    }

    [Test]
    public async Task A_storm_of_the_night_is_bundled_in_the_morning_as_ever()
    {
        await using var office = Office(Night);
        office.Policy.Value = new EscalationPolicy { LimitMessages = 3 };
        office.Start();
        await office.KeepAsync([.. Enumerable.Range(0, 20).Select(i => Held($"low-{i}") with { First = true })]);

        office.Time.Advance(Morning - Night);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        Assert.That(_server.Messages, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_failed_before_the_quiet_hours_is_tried_again_after_them()
    {
        await using var office = Office(Night.AddSeconds(-2));
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync(Some.Alert("low", Level.General) with { CreatedAt = Night.AddSeconds(-2), DueAt = Night.AddSeconds(-2) });
        await office.Outbox.UntilAsync(o => o.Get("low").State == DeliveryState.Failed);
        _server.Listen();

        office.GoToNextAttempt("low");
        await office.Outbox.UntilAsync(o => o.Get("low").NextAttemptAt == Morning);
        Assert.That(office.Outbox.Get("low").Reason, Does.EndWith(Delivery.Quiet + "）"));

        office.GoToNextAttempt("low");
        await office.Outbox.UntilAsync(o => o.Get("low").State == DeliveryState.Sent);
        Assert.That(_server.Messages.Single().Subject, Does.StartWith("【补发】"));
    }

    [Test]
    public async Task A_critical_message_that_failed_before_the_quiet_hours_is_tried_again_in_them()
    {
        await using var office = Office(Night.AddSeconds(-2));
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync(Some.Alert("grave") with { CreatedAt = Night.AddSeconds(-2), DueAt = Night.AddSeconds(-2) });
        await office.Outbox.UntilAsync(o => o.Get("grave").State == DeliveryState.Failed);
        _server.Listen();

        office.GoToNextAttempt("grave");
        await office.Outbox.UntilAsync(o => o.Get("grave").State == DeliveryState.Sent);
    }

    [Test]
    public async Task What_ended_in_the_night_is_not_told_in_the_morning()
    {
        await using var office = Office(Night);
        office.Incident = new Incident { Id = "i-low", Level = Level.General, LevelSince = Night, Title = "事项", OpenedAt = Night, State = IncidentState.Dismissed, EndedAt = Night.AddMinutes(5) };
        office.Start();
        await office.KeepAsync(Held("low"));

        office.Time.Advance(Morning - Night);
        await office.Outbox.UntilAsync(o => o.Get("low").IsWithdrawn);

        Assert.That(_server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_disk_that_takes_no_record_of_what_is_held_keeps_only_that_waiting()
    {
        await using var office = Office(Night);
        office.Outbox.BeforeRecord = (changes, _) => changes.Any(change => change.Reason == Delivery.Quiet) ? Task.FromException(new IOException("No space left on device")) : Task.CompletedTask;
        await office.KeepAsync(Some.Alert("low", Level.General) with { CreatedAt = Night, DueAt = Night }, Some.Alert("grave", Level.Major) with { CreatedAt = Night, DueAt = Night });
        office.Start();
        await office.Outbox.UntilAsync(o => o.Get("grave").State == DeliveryState.Sent);

        Assert.That(office.Outbox.Get("low").State, Is.EqualTo(DeliveryState.Queued));
    }

    private static Alert Held(string id) => Some.Alert(id, Level.General) with { DueAt = Night, CreatedAt = Night, HeldUntil = Morning };

    private PostOffice Office(DateTimeOffset now, MemoryOutbox? outbox = null)
    {
        var office = new PostOffice(new AlertsOptions { Mail = Some.Mail(_server) }, outbox, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now));
        office.Contacts.Value = office.Contacts.Value with
        {
            Duty = new DutyPlan { Quiet = [new QuietRule(Tests.Duty.Office.Span(DutyDays.Daily, "09:30", "10:00"), Enum.GetValues<Level>().ToHashSet(), new HashSet<string>())] },
        };
        return office;
    }
}
