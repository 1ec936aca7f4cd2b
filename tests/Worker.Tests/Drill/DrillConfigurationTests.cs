using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Drill;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Drill;

public sealed class DrillConfigurationTests
{
    private const string Main = "organisation: 示例局\nmail: { from: 监测 <watch@bureau.test>, pickup: ./data/outgoing }\nconsole: { address: 'http://console.bureau.test' }\n";

    [Test]
    public void Heartbeat_watchdog_and_drill_are_read()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", Main + "heartbeat: { url: 'https://beat.test/x', every: 30s }\nwatchdog: { to: [officer], after: 2m, repeatEvery: 10m }\ndrill: { weekly: '周三 10:00', to: officer, within: 3m }\n");

        var configuration = folder.Good();

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Heartbeat, Is.EqualTo(new HeartbeatOptions { Url = new Uri("https://beat.test/x"), Every = TimeSpan.FromSeconds(30) }));
            Assert.That(configuration.Watchdog.To, Is.EqualTo(new[] { "officer" }));
            Assert.That(configuration.Watchdog.After, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(configuration.Drill, Is.EqualTo(new DrillOptions { Weekly = new WeeklyTime(DayOfWeek.Wednesday, new TimeOnly(10, 0)), To = "officer", Within = TimeSpan.FromMinutes(3) }));
        });
    }

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [TestCase("drill: { weekly: '周三' , to: officer }", "opinionwatch.yaml:4:18: error: drill.weekly: '周三' is no day and time; write it in quotes, as \"周三 10:00\" or \"Wed 10:00\"")]
    [TestCase("drill: { weekly: '周三 10:00' }", "opinionwatch.yaml:4:8: error: drill.to is missing: the contact that the weekly drill goes to, as officer")]
    [TestCase("drill: { to: nobody }", "opinionwatch.yaml:4:14: error: there is no contact or group 'nobody' in contacts.yaml; known: officer")]
    [TestCase("watchdog: { to: [nobody] }", "opinionwatch.yaml:4:18: error: there is no contact or group 'nobody' in contacts.yaml; known: officer")]
    [TestCase("watchdog: { after: 1s }", "opinionwatch.yaml:4:20: error: watchdog.after: '1s' is no duration from 20s to 1d; write a whole number with s, m, h or d, as 90s, 15m, 1h, 1d")]
    [TestCase("heartbeat: { url: 'beat' }", "opinionwatch.yaml:4:19: error: heartbeat.url: 'beat' is no address; write one that begins with http:// or https://")]
    public void A_fault_names_its_place(string line, string fault)
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", Main + line + "\n");

        Assert.That(folder.Faults(), Has.Some.EqualTo(fault));
    }

    [TestCase("leaders", "is a group")]
    [TestCase("onDuty", "is a roster")]
    public void A_drill_to_more_than_one_contact_is_refused(string to, string what)
    {
        using var folder = new ConfigFolder();
        folder.Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: officer@bureau.test }\ngroups: { leaders: [officer] }\n");
        folder.Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daily, from: '00:00', to: '24:00', people: [officer] }\n");
        folder.Write("opinionwatch.yaml", Main + $"drill: {{ to: {to} }}\n");

        Assert.That(folder.Faults(), Has.Some.EqualTo($"opinionwatch.yaml:4:14: error: drill.to: '{to}' {what}; a drill goes to one contact"));
    }

    [Test]
    public void Of_a_roster_whoever_is_on_duty_hears_of_trouble()
    {
        using var folder = new ConfigFolder();
        folder
            .Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: officer@bureau.test }\n  - { id: day, name: 白班, email: day@bureau.test }\n  - { id: night, name: 夜班, email: night@bureau.test }\n")
            .Write("duty.yaml", "rosters:\n  onDuty:\n    shifts:\n      - { days: daily, from: '08:00', to: '20:00', people: [day] }\n      - { days: daily, from: '20:00', to: '08:00', people: [night] }\n")
            .Write("opinionwatch.yaml", Main + "watchdog: { to: [onDuty] }\n");
        var configuration = folder.Good();

        Assert.That(OpinionWatch.Worker.Watching.SelfAlarms.ReceiversOf(configuration, Now).Select(c => c.Id), Is.EqualTo(new[] { "day" }));
        Assert.That(OpinionWatch.Worker.Watching.SelfAlarms.ReceiversOf(configuration, Now.AddHours(12)).Select(c => c.Id), Is.EqualTo(new[] { "night" }));
    }

    [Test]
    public void A_text_message_of_its_own_is_cut_between_characters()
    {
        var text = new OpinionWatch.Worker.Watching.SelfMessage("", string.Concat(Enumerable.Repeat("😀", 40)), "").For(OpinionWatch.Model.ChannelKind.Sms);

        Assert.That(text, Has.Length.LessThanOrEqualTo(70));
        Assert.That(text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False);
    }

    [Test]
    public void The_shipped_rules_judge_the_canary_critical_in_the_area()
    {
        var configuration = ConfigurationReader.Read(Path.Combine(AppContext.BaseDirectory, "config"), null, _ => null).Configuration!;
        var post = DrillPost.Of(configuration.Area.Name, DateTimeOffset.UnixEpoch);

        var analysis = RuleEngineFactory.Create(configuration).Analyze(new Document { Id = "x", Title = post.Title, Text = post.Text, Region = configuration.Area.Name, Site = DrillSource.Id, Tier = SourceTier.Forum });

        Assert.That(analysis.Level, Is.EqualTo(Level.Critical));
    }

    [Test]
    public void Who_hears_of_trouble_is_named_or_found()
    {
        using var folder = new ConfigFolder();
        var plain = folder.Good();
        folder.Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: officer@bureau.test }\n  - { id: admin, name: 管理员, email: admin@bureau.test }\n").Write("opinionwatch.yaml", Main + "watchdog: { to: [admin] }\n");

        Assert.That(OpinionWatch.Worker.Watching.SelfAlarms.ReceiversOf(plain, Now).Select(c => c.Id), Is.EqualTo(new[] { "officer" }));
        Assert.That(OpinionWatch.Worker.Watching.SelfAlarms.ReceiversOf(folder.Good(), Now).Select(c => c.Id), Is.EqualTo(new[] { "admin" }));
    }
}
