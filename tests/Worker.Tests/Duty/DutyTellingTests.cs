using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Duty;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Duty;

/// <summary>The daily telling, on the real store and a clock of the test's; told at 09:00 by the bureau's clock.</summary>
public sealed class DutyTellingTests : IAlertContext
{
    private ConfigFolder _folder = null!;
    private FakeTimeProvider _time = null!;
    private EmbeddedStore _store = null!;
    private ConfigurationInForce _configuration = null!;
    private ServiceProvider _services = null!;

    public IReadOnlyDictionary<string, string> SourceNames { get; } = new Dictionary<string, string>();

    [SetUp]
    public async Task Start()
    {
        _folder = new ConfigFolder();
        _folder.Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daily, from: \"08:30\", to: \"17:30\", people: [officer] }\ntell: { to: [officer] }\n");
        _time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.Zero));
        _configuration = new ConfigurationInForce(_folder.Good(), [], _time.GetUtcNow());
        await OpenAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    public Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken) => Task.FromResult<Incident?>(null);

    public TimeSpan LeadOf(Incident incident) => TimeSpan.Zero;

    [Test]
    public async Task It_is_told_once_a_day_in_daytime_not_at_the_first_start_and_not_again_after_a_restart()
    {
        await TellAsync();
        Assert.That(await ToldAsync(), Is.Empty, "the very first start");

        _time.Advance(TimeSpan.FromMinutes(31));
        await TellAsync();
        await TellAsync();
        await CloseAsync();
        await OpenAsync();
        await TellAsync();
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "duty-202611240100-officer" }));

        _time.Advance(TimeSpan.FromDays(3));
        await TellAsync();
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "duty-202611240100-officer", "duty-202611270100-officer" }), "once for days of outage");
    }

    [Test]
    public async Task A_start_a_month_ahead_silences_it_for_no_month()
    {
        await TellAsync();
        await StartAtAsync(_time.GetUtcNow().AddDays(30));
        await TellAsync();

        await StartAtAsync(new DateTimeOffset(2026, 11, 24, 1, 1, 0, TimeSpan.Zero));
        await TellAsync();
        await TellAsync();
        _time.Advance(TimeSpan.FromDays(1));
        await TellAsync();

        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "duty-202611240100-officer", "duty-202611250100-officer", "duty-202612230100-officer" }));
    }

    [Test]
    public async Task Nothing_is_told_when_nothing_is_wrong()
    {
        _folder.Write("duty.yaml", "");
        _configuration = new ConfigurationInForce(_folder.Good(), [], _time.GetUtcNow());
        ChannelTestFile.Add(_configuration.Current.DataFolder, _configuration.Current.Contacts.Contacts.Select(contact => ChannelMark.Of(contact, ChannelKind.Email)), _time.GetUtcNow());
        await TellAsync();

        _time.Advance(TimeSpan.FromDays(1));
        await TellAsync();

        Assert.That(await ToldAsync(), Is.Empty);
    }

    [Test]
    public async Task Health_says_what_is_wrong_and_stops_nothing()
    {
        var findings = await new DutyWatch(_configuration, _time).LookAsync(CancellationToken.None);

        Assert.That(findings.Select(finding => finding.Stops), Has.All.False);
        Assert.That(findings.Select(finding => finding.Text), Has.Some.Contain("无人值班").And.Some.Contain("从未测试成功"));
    }

    [Test]
    public void Check_names_the_roster_and_the_contact_by_file_line_and_column()
    {
        var reading = _folder.Read();

        var warnings = DutyWarnings.Of(DutyWatch.Look(reading.Configuration!, _time.GetUtcNow()), reading, _folder.Path).Select(fault => fault.ToString()[(_folder.Path.Length + 1)..]).ToList();

        Assert.That(warnings, Has.Some.StartsWith("duty.yaml:2:3: warning: nobody is on duty by the roster 'onDuty' from 2026-11-24 17:30 to 2026-11-25 08:30"));
        Assert.That(warnings, Has.Some.StartsWith("contacts.yaml:2:11: warning: no test message ever went to the contact 'officer' by email; run: opinionwatch notify-test --to officer"));
    }

    [Test]
    public async Task A_message_held_over_quiet_hours_is_still_held_after_a_restart_and_due_at_their_end()
    {
        var (now, until) = (_time.GetUtcNow(), _time.GetUtcNow().AddHours(8));
        var alert = new Alert { Id = "a", MessageId = "a@x", Level = Level.General, Step = "general/1", Contact = "officer", Channel = ChannelKind.Email, Address = "o@bureau.test", DueAt = now, CreatedAt = now, HeldUntil = until, Text = "正文" };
        await _store.KeepAsync(new Kept { At = now, Alerts = [alert] }, CancellationToken.None);
        await CloseAsync();
        await OpenAsync();

        Assert.That(await _store.ListDueAsync(until.AddSeconds(-1), 10, CancellationToken.None), Is.Empty);
        var due = (await _store.ListDueAsync(until, 10, CancellationToken.None)).Single();
        Assert.That((due.Alert.HeldUntil, due.Reason), Is.EqualTo(((DateTimeOffset?)until, (string?)Delivery.Quiet)));
    }

    private async Task OpenAsync()
    {
        _store = await EmbeddedStore.OpenAsync(Path.Combine(_folder.Root, "store"), _time, NullLoggerFactory.Instance, CancellationToken.None);
        var current = _configuration.Current;
        _services = new ServiceCollection().AddLogging().AddAlerts().AddEmbeddedStore(_store)
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IAlertContext>(this)
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(current.Alerts))
            .AddSingleton<ICurrent<EscalationPolicy>>(new Fixed<EscalationPolicy>(current.Escalation))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(current.Contacts))
            .BuildServiceProvider();
    }

    private async Task StartAtAsync(DateTimeOffset now)
    {
        await CloseAsync();
        _time = new FakeTimeProvider(now);
        await OpenAsync();
    }

    private async Task CloseAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }

    private Task TellAsync() =>
        new DutyTelling(new DutyWatch(_configuration, _time), _store, _store, _services.GetRequiredService<OutboxDispatcher>(), _configuration, _time, NullLogger<DutyTelling>.Instance).TellIfDueAsync(CancellationToken.None);

    private async Task<IEnumerable<string>> ToldAsync() =>
        (await _store.ListDueAsync(DateTimeOffset.MaxValue, 100, CancellationToken.None)).Select(delivery => delivery.Alert.Id).Where(id => id.StartsWith("duty-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
