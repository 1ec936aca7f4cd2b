using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>Three simulated days of a bureau, each with a disaster of its own: real store, desk, dispatcher, mail and gateway on loopback, a clock of the test's.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SeventyTwoHoursTests
{
    private const string Escalation = """
        levels:
          critical: { name: 特别重大, reportWithin: 1h }
          major: { name: 重大, reportWithin: 2h }
          general: { name: 一般, replyWithin: 48h }
        steps:
          critical:
            - { after: 0s, notify: [officer, director], by: [sms, email] }
            - { after: 10m, unless: acknowledged, notify: [director], by: [sms, email], repeatEvery: 30m }
            - { before: 15m, of: report, unless: reported, notify: [officer], by: [sms] }
          major:
            - { after: 0s, notify: [officer], by: [sms, email] }
            - { after: 20m, unless: acknowledged, notify: [director], by: [email], repeatEvery: 2h }
            - { missed: report, unless: reported, notify: [officer, director], by: [sms] }
          general:
            - { after: 0s, notify: [officer], by: [email] }
            - { before: 8h, of: reply, unless: replied, notify: [officer], by: [email] }
        limits: { messages: 6, per: 10m }

        """;

    private static readonly TimeSpan Whole = TimeSpan.FromHours(72);
    private static readonly SmsAnswer Refusal = new() { Body = """{"code": 5, "message": "余额不足"}""" };

    private Town _town = null!;
    private int _posts;

    [SetUp]
    public async Task Found()
    {
        _town = await Town.FoundAsync(Escalation);
        Post(0.1, Level.Critical, answeredAfter: null);
        Post(5, Level.Major, answeredAfter: 3);
        Post(10.5, Level.Critical, answeredAfter: 1);
        Post(11, Level.Major, answeredAfter: null);
        Post(20.5, Level.Critical, answeredAfter: null);
        Post(20.6, Level.General, answeredAfter: null);
        Post(31, Level.Critical, answeredAfter: 2);
        Post(47, Level.Major, answeredAfter: 1);
        Post(60, Level.Critical, answeredAfter: 5);
    }

    [TearDown]
    public async Task Leave() => await _town.DisposeAsync();

    [Test]
    public async Task Three_quiet_days()
    {
        await _town.PassAsync(Whole);

        var reckoning = await CheckAsync(new Reckoning(_town));
        Assert.That(reckoning.Repeats, Is.Zero);
    }

    [TestCase(Step.BeforeKeeping)]
    [TestCase(Step.AfterKeeping)]
    [TestCase(Step.BeforeRecording)]
    [TestCase(Step.AfterRecording)]
    public async Task The_process_is_killed_again_and_again_between_two_steps(Step step)
    {
        var passed = 0;
        _town.DiesAt = at => at == step && Interlocked.Increment(ref passed) % 23 == 0;

        await _town.PassAsync(Whole);

        // It is down three minutes at most; what fell due meanwhile is told then.
        var reckoning = await CheckAsync(new Reckoning(_town), slack: true);
        Assert.That(_town.Kills, Is.GreaterThan(10));
        Assert.That(reckoning.Repeats, Is.LessThanOrEqualTo(8 * _town.Kills), "only what was in hand comes again");
    }

    [Test]
    public async Task The_mail_server_is_down_for_six_hours()
    {
        _town.At(TimeSpan.FromHours(10), town => town.Mail.StopListeningAsync());
        _town.At(TimeSpan.FromHours(16), town => town.Mail.Listen());

        await _town.PassAsync(Whole);

        // When it is back, four mails are in hand, and half a minute passes over them at a stroke: their answers come too late.
        var reckoning = await CheckAsync(new Reckoning(_town));
        Assert.That(reckoning.Repeats, Is.LessThanOrEqualTo(4));
    }

    [Test]
    public async Task The_gateway_answers_200_with_an_error_for_six_hours()
    {
        _town.At(TimeSpan.FromHours(10), town => town.Gateway = _ => Refusal);
        _town.At(TimeSpan.FromHours(16), town => town.Gateway = _ => new SmsAnswer());

        await _town.PassAsync(Whole);

        var reckoning = await CheckAsync(new Reckoning(_town));
        Assert.That(reckoning.Repeats, Is.Zero);
    }

    [Test]
    public async Task Receipts_come_reversed_doubled_and_contradicting()
    {
        var seen = 0;
        _town.EachTick = async town =>
        {
            var fresh = town.Messages.Where(message => message.Channel == ChannelKind.Sms).Skip(seen).ToList();
            seen += fresh.Count;
            var receipts = fresh.AsEnumerable().Reverse().SelectMany((message, n) => new[]
            {
                new Receipt(message.MessageId, n % 3 != 0, "DELIVRD"),
                new Receipt(message.MessageId, n % 2 == 0, "UNDELIV"),
                new Receipt("nobody-" + message.MessageId, false, "EXPIRED"),
            });
            await town.Life.Receipts.TakeAsync([.. receipts], CancellationToken.None);
        };

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town));
        Assert.That((await _town.Life.Store.ListHandedOverAsync(Town.Start, CancellationToken.None)).Select(d => d.State), Has.Some.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task The_disk_is_full_for_three_hours()
    {
        _town.At(TimeSpan.FromHours(10), town => town.DiskIsFull = true);
        _town.At(TimeSpan.FromHours(13), town => town.DiskIsFull = false);

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town).DarkFrom(TimeSpan.FromHours(10), TimeSpan.FromHours(13)));
    }

    [Test]
    public async Task The_clock_is_set_back_an_hour_and_forward_again()
    {
        _town.At(TimeSpan.FromHours(20), town => town.SetClockAsync(TimeSpan.FromHours(-1)));
        _town.At(TimeSpan.FromHours(30), town => town.SetClockAsync(TimeSpan.FromHours(1)));

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town), clockIsTrue: false);
    }

    [Test]
    public async Task The_machine_starts_with_the_clock_of_last_year_while_mail_is_down()
    {
        _town.At(TimeSpan.FromHours(9.9), town => town.Mail.StopListeningAsync());
        _town.At(TimeSpan.FromHours(10), async town =>
        {
            town.Life.Clock.Offset = TimeSpan.FromDays(-365);
            await town.KillAsync();
        });
        _town.At(TimeSpan.FromHours(10.2), town => town.Mail.Listen());
        _town.At(TimeSpan.FromHours(14), town => town.SetClockAsync(TimeSpan.FromDays(365)));

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town), clockIsTrue: false, slack: true);
    }

    [Test]
    public async Task The_scheduler_is_frozen_for_three_hours_and_what_is_new_is_told_all_the_same()
    {
        _town.At(TimeSpan.FromHours(21), town => town.SchedulerIsFrozen = true);
        _town.At(TimeSpan.FromHours(21.5), town => Publish(town, 40, Level.Critical));
        _town.At(TimeSpan.FromHours(24), town => town.SchedulerIsFrozen = false);

        await _town.PassAsync(Whole);

        var first = _town.Messages.First(message => message.At >= Town.Start + TimeSpan.FromHours(21.5)).At;
        Assert.That(first, Is.LessThanOrEqualTo(Town.Start + TimeSpan.FromHours(21.5) + TimeSpan.FromMinutes(1)));
        await CheckAsync(new Reckoning(_town).DarkFrom(TimeSpan.FromHours(21), TimeSpan.FromHours(24)));
    }

    [Test]
    public async Task The_view_is_lost_twice_and_built_again_from_the_journal()
    {
        _town.WhileDown = data => Directory.Delete(Path.Combine(data, "litedb"), recursive: true);
        _town.At(TimeSpan.FromHours(10.55), town => town.KillAsync());
        _town.At(TimeSpan.FromHours(40), town => town.KillAsync());

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town), slack: true);
    }

    [Test]
    public async Task Everything_at_once()
    {
        var passed = 0;
        _town.DiesAt = _ => Interlocked.Increment(ref passed) % 97 == 0;
        _town.WhileDown = data => Directory.Delete(Path.Combine(data, "litedb"), recursive: true);
        _town.At(TimeSpan.FromHours(10), town => town.Mail.StopListeningAsync());
        _town.At(TimeSpan.FromHours(10), town => town.Gateway = _ => Refusal);
        _town.At(TimeSpan.FromHours(12), town => town.DiskIsFull = true);
        _town.At(TimeSpan.FromHours(14), town => town.SchedulerIsFrozen = true);
        _town.At(TimeSpan.FromHours(15), town => town.SetClockAsync(TimeSpan.FromHours(-2)));
        _town.At(TimeSpan.FromHours(16), town =>
        {
            town.Mail.Listen();
            (town.DiskIsFull, town.SchedulerIsFrozen, town.Gateway) = (false, false, _ => new SmsAnswer());
        });

        await _town.PassAsync(Whole);

        await CheckAsync(new Reckoning(_town).DarkFrom(TimeSpan.FromHours(10), TimeSpan.FromHours(16)), clockIsTrue: false, slack: true);
    }

    private static void Publish(Town town, int n, Level level)
    {
        var (document, analysis) = Matters.Of(n, level, town.Now);
        town.Publish(document, analysis);
    }

    private void Post(double hour, Level level, double? answeredAfter)
    {
        var n = _posts++;
        _town.At(TimeSpan.FromHours(hour), town => Publish(town, n, level));
        if (answeredAfter is { } after)
        {
            _town.At(TimeSpan.FromHours(hour + after), town => town.AcknowledgeAsync($"post-{n}"));
        }
    }

    private async Task<Reckoning> CheckAsync(Reckoning reckoning, bool clockIsTrue = true, bool slack = false)
    {
        if (slack)
        {
            reckoning.Slack = TimeSpan.FromMinutes(10);
        }

        await reckoning.CheckAsync(clockIsTrue);
        await TestContext.Out.WriteLineAsync($"{_town.Kills} kills, {_town.Posts.Count} posts, {reckoning.Alerts} alerts, {_town.Messages.Count} messages, {reckoning.Repeats} of them repeats under the same id");
        return reckoning;
    }
}
