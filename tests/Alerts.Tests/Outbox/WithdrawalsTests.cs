using OpinionWatch.Model;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Outbox;

public sealed class WithdrawalsTests
{
    private LoopbackSmtpServer _server = null!;

    [SetUp]
    public async Task Start() => _server = await LoopbackSmtpServer.StartAsync();

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task A_reminder_that_waited_for_the_mail_server_is_taken_back_when_somebody_has_acknowledged()
    {
        await using var office = Office();
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync(Some.Alert("first") with { IncidentId = "i", First = true }, Some.Alert("again") with { IncidentId = "i", Step = "critical/1" });
        await office.Outbox.UntilAsync(o => o.Get("again").State == DeliveryState.Failed && o.Get("first").State == DeliveryState.Failed);

        office.Incident = office.Incident! with { AcknowledgedAt = office.Time.GetUtcNow(), AcknowledgedBy = "值班员" };
        _server.Listen();
        office.GoToNextAttempt("again");
        await office.Outbox.UntilAsync(o => o.Get("again").State == DeliveryState.Dead && o.Get("first").State == DeliveryState.Sent);

        Assert.That(office.Outbox.Get("again").IsWithdrawn, Is.True);
        Assert.That(_server.Messages.Select(m => m.MessageId), Is.EqualTo(new[] { "first@opinionwatch.bureau.test" }));
    }

    [Test]
    public async Task An_alert_written_in_time_says_so_when_its_channel_made_it_late()
    {
        await using var office = Office();
        await _server.StopListeningAsync();
        office.Start();
        await office.KeepAsync(Some.Alert("first") with { IncidentId = "i", First = true });
        await office.Outbox.UntilAsync(o => o.Get("first").State == DeliveryState.Failed);

        office.Time.Advance(TimeSpan.FromMinutes(30));
        _server.Listen();
        office.Signal();
        await office.Outbox.UntilAsync(o => o.Get("first").State == DeliveryState.Sent);

        var mail = _server.Messages.Single();
        Assert.That(mail.Subject, Does.StartWith("【补发】【特别重大】"));
        Assert.That(mail.Text, Does.StartWith("【补发】【特别重大】").And.Contain("迟30分钟"));
        Assert.That(mail.Html, Does.Contain("【补发】应于"));
    }

    [Test]
    public async Task A_full_disk_with_one_needless_reminder_due_holds_up_no_first_critical_alert()
    {
        await using var office = Office();
        office.Incident = office.Incident! with { AcknowledgedAt = Some.Now, AcknowledgedBy = "值班员" };
        office.Outbox.BeforeRecord = (changes, _) => changes.Any(change => change.State == DeliveryState.Dead) ? Task.FromException(new IOException("No space left on device")) : Task.CompletedTask;

        await office.KeepAsync(Some.Alert("again") with { IncidentId = "i", Step = "critical/1" }, Some.Alert("first") with { IncidentId = "j", First = true });
        office.Start();
        await office.Outbox.UntilAsync(o => o.Get("first").State == DeliveryState.Sent);

        Assert.That(_server.Messages.Select(m => m.MessageId), Is.EqualTo(new[] { "first@opinionwatch.bureau.test" }), "the needless one waits for the disk and is never sent");
    }

    [Test]
    public async Task One_incident_that_cannot_be_read_holds_up_its_own_reminders_alone()
    {
        await using var office = Office();
        office.Failing = "damaged";

        await office.KeepAsync(
            Some.Alert("stuck") with { IncidentId = "damaged", Step = "critical/1" },
            Some.Alert("deputy") with { IncidentId = "damaged", Step = "critical/1", First = true },
            Some.Alert("again") with { IncidentId = "i", Step = "critical/1" },
            Some.Alert("first") with { IncidentId = "j", First = true });
        office.Start();
        await office.Outbox.UntilAsync(o => new[] { "first", "again", "deputy" }.All(id => o.Get(id).State == DeliveryState.Sent));

        Assert.That(office.Outbox.Get("stuck").State, Is.EqualTo(DeliveryState.Queued));
    }

    [Test]
    public async Task An_incident_is_looked_up_once_a_round_however_many_of_its_reminders_wait()
    {
        await using var office = Office();
        office.Incident = office.Incident! with { AcknowledgedAt = Some.Now, AcknowledgedBy = "值班员" };

        await office.KeepAsync([.. Enumerable.Range(0, 50).Select(i => Some.Alert($"again-{i}") with { IncidentId = "i", Step = "critical/1" })]);
        office.Start();
        await office.Outbox.UntilAsync(o => o.All.All(d => d.IsWithdrawn));

        Assert.That(office.LookUps, Is.EqualTo(1));
    }

    private PostOffice Office()
    {
        var office = new PostOffice(new AlertsOptions { Mail = Some.Mail(_server) })
        {
            Incident = new Incident { Id = "i", Level = Level.Critical, LevelSince = Some.Now, Title = "某村强拆", OpenedAt = Some.Now },
        };
        office.Policy.Value = office.Policy.Value with
        {
            Steps = new Dictionary<Level, IReadOnlyList<EscalationStep>>
            {
                [Level.Critical] =
                [
                    new() { Key = "critical/0", After = TimeSpan.Zero, Notify = ["officer"], By = [ChannelKind.Email] },
                    new() { Key = "critical/1", After = TimeSpan.FromMinutes(10), Unless = StepCondition.Acknowledged, Notify = ["officer"], By = [ChannelKind.Email] },
                ],
            },
        };
        return office;
    }
}
