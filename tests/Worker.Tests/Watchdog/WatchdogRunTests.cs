using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using OpinionWatch.TestKit;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Tests.Configuration;
using OpinionWatch.Worker.Watchdog;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Watchdog;

public sealed class WatchdogRunTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private ConfigFolder _config = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void SetUp()
    {
        _config = new ConfigFolder();
        _http = LiveProbe.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _config.Dispose();
        _http.Dispose();
    }

    [Test]
    public async Task A_killed_service_is_told_once_then_again_at_the_interval_and_its_recovery_once()
    {
        var run = Run();
        Beat(1);
        await LookForAsync(run, TimeSpan.FromMinutes(5));
        Assert.That(Mails(), Is.Empty);

        await LookForAsync(run, TimeSpan.FromSeconds(30));
        Assert.That(Mails().Select(m => m.Subject), Is.EqualTo(new[] { "【系统告警】舆情监测服务没有运行" }));

        await LookForAsync(run, TimeSpan.FromMinutes(61));
        Assert.That(Mails(), Has.Count.EqualTo(3));

        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = Answer.With(200);
        Beat(2, site.Root.AbsoluteUri);
        await run.LookAsync(CancellationToken.None);
        Beat(3, site.Root.AbsoluteUri);
        await run.LookAsync(CancellationToken.None);

        Assert.That(Mails().Where(m => m.Subject == "【系统恢复】舆情监测服务已恢复").ToList(), Has.Count.EqualTo(1));
        Assert.That(Mails(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_loop_that_stands_is_told_by_its_name()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.Otherwise = Answer.With(200);
        var run = Run();
        Beat(1, site.Root.AbsoluteUri);
        WatchFiles.Stuck(Data).Write(new StuckNote(_time.GetUtcNow(), "发件循环 4 分钟没有转动"));

        await LookForAsync(run, TimeSpan.FromMinutes(6));

        var mail = Mails().Single();
        Assert.That(mail.Subject, Is.EqualTo("【系统告警】舆情监测服务卡住"));
        Assert.That(mail.TextBody, Does.Contain("发件循环 4 分钟没有转动"));
    }

    [Test]
    public async Task A_watchdog_started_anew_does_not_tell_the_same_again()
    {
        Beat(1);
        await LookForAsync(Run(), TimeSpan.FromMinutes(6));
        await LookForAsync(Run(), TimeSpan.FromMinutes(6));

        Assert.That(Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_broken_configuration_is_told_with_its_place_by_the_channels_of_the_last_good_one()
    {
        Beat(1);
        await Run().LookAsync(CancellationToken.None);
        _config.Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: [\n").Write("opinionwatch.yaml", "mail: 3\n");

        await LookForAsync(Run(), TimeSpan.FromMinutes(6));

        var mail = Mails().Single();
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("officer@bureau.test"));
        Assert.That(mail.TextBody, Does.Contain("现在的配置有误").And.Contain("contacts.yaml:"));
    }

    [Test]
    public async Task A_fault_in_sites_or_words_does_not_matter_to_it()
    {
        _config.Write("sites/bad.yaml", "- { id: bad, kind: nosuch }\n");
        Beat(1);

        await LookForAsync(Run(), TimeSpan.FromMinutes(6));

        Assert.That(Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Whoever_is_on_duty_hears_of_it_also_by_the_copy_of_the_last_good_configuration()
    {
        Directory.CreateDirectory(Path.Combine(_config.Path, "holidays"));
        _config
            .Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: officer@bureau.test }\n  - { id: day, name: 白班, email: day@bureau.test }\n  - { id: night, name: 夜班, email: night@bureau.test }\n")
            .Write("holidays/2026.yaml", "year: 2026\nholidays:\n  - { name: 某节, from: 2026-11-24, to: 2026-11-24 }\n")
            .Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daysOff, from: '00:00', to: '24:00', people: [night] }\n      - { days: workdays, from: '00:00', to: '24:00', people: [day] }\n")
            .Write("escalation.yaml", ConfigFolder.Escalation("{ after: 0s, notify: [onDuty], by: [email] }"))
            .Write("opinionwatch.yaml", "organisation: 示例局\nmail: { from: 监测 <watch@bureau.test>, pickup: ./data/outgoing }\nconsole: { address: 'http://console.bureau.test' }\nwatchdog: { to: [onDuty] }\n");
        Beat(1);
        await Run().LookAsync(CancellationToken.None);
        _config.Write("duty.yaml", "rosters: 3\n");

        await LookForAsync(Run(), TimeSpan.FromMinutes(6));

        Assert.That(Mails().Select(mail => mail.To.Mailboxes.Single().Address), Is.EqualTo(new[] { "night@bureau.test" }), "the 24th is a day off");
    }

    [Test]
    public async Task A_roster_that_is_given_up_is_given_up_in_the_copy_too()
    {
        _config.Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daily, from: '00:00', to: '24:00', people: [officer] }\n");
        Beat(1);
        await Run().LookAsync(CancellationToken.None);
        File.Delete(Path.Combine(_config.Path, "duty.yaml"));
        _config.Write("contacts.yaml", "contacts:\n  - { id: head, name: 科长, email: head@bureau.test }\n").Write("escalation.yaml", ConfigFolder.Escalation("{ after: 0s, notify: [head], by: [email] }").Replace("officer", "head", StringComparison.Ordinal));
        await Run().LookAsync(CancellationToken.None);
        _config.Write("contacts.yaml", "contacts: 3\n");

        await LookForAsync(Run(), TimeSpan.FromMinutes(6));

        Assert.That(Mails().Select(mail => mail.To.Mailboxes.Single().Address), Is.EqualTo(new[] { "head@bureau.test" }));
    }

    [Test]
    public async Task What_could_not_be_sent_is_tried_again_under_the_same_id()
    {
        Beat(1);
        var outgoing = Path.Combine(Data, "outgoing");
        await File.WriteAllTextAsync(outgoing, "a file where the folder should be");
        var run = Run();
        await LookForAsync(run, TimeSpan.FromMinutes(6));
        File.Delete(outgoing);

        await LookForAsync(run, TimeSpan.FromMinutes(1));

        Assert.That(Mails(), Has.Count.EqualTo(1));
    }

    private string Data => Path.Combine(_config.Root, "data");

    private WatchdogRun Run() => new(
        new LastGoodConfiguration(new Folders(_config.Path, null), _ => null), new LiveProbe(_http), new WatchdogSender(_time, NullLoggerFactory.Instance), after: null, "主机甲", _time, NullLogger<WatchdogRun>.Instance);

    private void Beat(int number, string? listen = null) => WatchFiles.Heartbeat(Data).Write(new Heartbeat { Beat = number, At = _time.GetUtcNow(), StartedAt = DateTimeOffset.UnixEpoch, Listen = [listen ?? "http://127.0.0.1:1"] });

    private async Task LookForAsync(WatchdogRun run, TimeSpan span)
    {
        for (var end = _time.GetUtcNow() + span; _time.GetUtcNow() <= end; _time.Advance(TimeSpan.FromSeconds(15)))
        {
            await run.LookAsync(CancellationToken.None);
        }
    }

    private List<MimeMessage> Mails() => Directory.Exists(Path.Combine(Data, "outgoing")) ? [.. Directory.EnumerateFiles(Path.Combine(Data, "outgoing"), "*.eml").Select(file => MimeMessage.Load(file))] : [];
}
