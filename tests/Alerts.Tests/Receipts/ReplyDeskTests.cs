using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Alerts.Tests.Outbox;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests.Receipts;

public class ReplyDeskTests
{
    [TestCase("签收")]
    [TestCase(" 签收。")]
    [TestCase("收到")]
    [TestCase("1")]
    [TestCase("20261124-0001")]
    [TestCase("签收0001")]
    [TestCase("签收 1")]
    [TestCase("签收：0001。")]
    [TestCase("20261124-0001 收到")]
    [TestCase("0001")]
    [TestCase("ok")]
    public async Task An_answer_of_a_person_who_was_told_acknowledges(string text)
    {
        await using var office = await ToldAsync("20261124-0001");

        var outcome = await ReplyAsync(office, text);

        Assert.That(outcome, Is.EqualTo(ReplyOutcome.Acknowledged));
        Assert.That(office.Acknowledged, Is.EqualTo(new[] { ("20261124-0001", "舆情信息员") }));
    }

    [TestCase("TD", ReplyOutcome.Unsubscribed)]
    [TestCase("退订", ReplyOutcome.Unsubscribed)]
    [TestCase("20261124-0002", ReplyOutcome.Unclear)]
    [TestCase("签收0009", ReplyOutcome.Unclear)]
    [TestCase("我8点到", ReplyOutcome.Nothing)]
    [TestCase("10:30开会", ReplyOutcome.Nothing)]
    [TestCase("8点", ReplyOutcome.Nothing)]
    [TestCase("我1点到", ReplyOutcome.Nothing)]
    [TestCase("0:01", ReplyOutcome.Nothing)]
    [TestCase("无法签收", ReplyOutcome.Nothing)]
    [TestCase("不签收", ReplyOutcome.Nothing)]
    [TestCase("无法签收0001", ReplyOutcome.Nothing)]
    [TestCase("谁签收？", ReplyOutcome.Nothing)]
    [TestCase("签收？", ReplyOutcome.Nothing)]
    [TestCase("尾号0001的手机不是我的", ReplyOutcome.Nothing)]
    [TestCase("好的，开会中", ReplyOutcome.Nothing)]
    [TestCase("", ReplyOutcome.Nothing)]
    public async Task Anything_else_acknowledges_nothing(string text, ReplyOutcome expected)
    {
        await using var office = await ToldAsync("20261124-0001");

        Assert.That(await ReplyAsync(office, text), Is.EqualTo(expected));
        Assert.That(office.Acknowledged, Is.Empty);
    }

    [Test]
    public async Task A_bare_answer_while_two_wait_is_unclear_and_a_number_says_which()
    {
        await using var office = await ToldAsync("20261124-0001", "20261124-0002");

        var bare = await ReplyAsync(office, "签收");
        var named = await ReplyAsync(office, "签收0002");

        Assert.That((bare, named), Is.EqualTo((ReplyOutcome.Unclear, ReplyOutcome.Acknowledged)));
        Assert.That(office.Acknowledged.Single().Incident, Is.EqualTo("20261124-0002"));
    }

    [TestCase("+86 138 0000 0000", ReplyOutcome.Acknowledged)]
    [TestCase("8613800000000", ReplyOutcome.Acknowledged)]
    [TestCase("13900000009", ReplyOutcome.Stranger)]
    public async Task A_number_is_known_however_the_gateway_writes_it(string phone, ReplyOutcome expected)
    {
        await using var office = await ToldAsync("20261124-0001");

        Assert.That(await office.Replies.TakeAsync(new SmsReply(phone, "签收"), CancellationToken.None), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_acknowledged_or_ended_is_so_already()
    {
        await using var office = await ToldAsync("20261124-0001");
        office.Incidents[0] = office.Incidents[0] with { AcknowledgedAt = Some.Now };

        Assert.That(await ReplyAsync(office, "签收"), Is.EqualTo(ReplyOutcome.Already));
    }

    [Test]
    public async Task A_reply_posted_again_after_a_crash_acknowledges_nothing_its_sender_was_told_of_later()
    {
        await using var office = await ToldAsync("20261124-0001");
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var reply = new SmsReply("13800000000", "签收", Some.Now + TimeSpan.FromSeconds(30));
        await office.Replies.TakeAsync(reply, CancellationToken.None);
        office.Incidents[0] = office.Incidents[0] with { AcknowledgedAt = office.Time.GetUtcNow() };

        // The process died before its answer was out, and knows of nothing now; meanwhile a second matter was told.
        office.Time.Advance(TimeSpan.FromMinutes(9));
        await TellAsync(office, "20261124-0002");
        await using var restarted = new PostOffice(Some.Options(), office.Outbox, office.Time);
        restarted.Incidents.AddRange(office.Incidents);
        var again = await restarted.Replies.TakeAsync(reply, CancellationToken.None);

        Assert.That(again, Is.EqualTo(ReplyOutcome.Already));
        Assert.That(restarted.Acknowledged, Is.Empty);
    }

    [Test]
    public async Task A_reply_that_meant_neither_of_two_acknowledges_neither_when_it_comes_again_after_one_was_taken_over()
    {
        await using var office = await ToldAsync("20261124-0001", "20261124-0002");
        office.Time.Advance(TimeSpan.FromMinutes(10));
        office.Incidents[1] = office.Incidents[1] with { AcknowledgedAt = Some.Now + TimeSpan.FromMinutes(5) };

        var late = await office.Replies.TakeAsync(new SmsReply("13800000000", "签收", Some.Now + TimeSpan.FromMinutes(1)), CancellationToken.None);

        Assert.That((late, office.Acknowledged.Count), Is.EqualTo((ReplyOutcome.Unclear, 0)));
    }

    [Test]
    public async Task A_reply_delayed_until_the_matter_was_raised_does_not_take_over_the_graver_one()
    {
        await using var office = await ToldAsync("20261124-0001");
        office.Time.Advance(TimeSpan.FromMinutes(10));
        office.Incidents[0] = office.Incidents[0] with { LevelSince = Some.Now + TimeSpan.FromMinutes(5) };
        await TellAsync(office, "20261124-0001", "raised");

        var late = await office.Replies.TakeAsync(new SmsReply("13800000000", "签收0001", Some.Now + TimeSpan.FromMinutes(1)), CancellationToken.None);
        var now = await office.Replies.TakeAsync(new SmsReply("13800000000", "签收0001", Some.Now + TimeSpan.FromMinutes(10)), CancellationToken.None);

        Assert.That((late, now), Is.EqualTo((ReplyOutcome.Unclear, ReplyOutcome.Acknowledged)));
        Assert.That(office.Acknowledged, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reply_without_a_time_that_comes_again_within_the_hour_does_nothing()
    {
        await using var office = await ToldAsync("20261124-0001");
        await ReplyAsync(office, "签收");
        office.Incidents[0] = office.Incidents[0] with { AcknowledgedAt = Some.Now };
        office.Time.Advance(TimeSpan.FromMinutes(16));
        await TellAsync(office, "20261124-0002");

        var again = await office.Replies.TakeAsync(new SmsReply("+8613800000000", "签收"), CancellationToken.None);
        var named = await ReplyAsync(office, "签收0002");

        Assert.That((again, named), Is.EqualTo((ReplyOutcome.Repeated, ReplyOutcome.Acknowledged)));
    }

    [Test]
    public async Task One_reply_that_cannot_be_kept_holds_up_no_other_and_is_taken_when_it_comes_again()
    {
        await using var office = await ToldAsync("20261124-0001", "20261124-0002");
        office.Failing = "20261124-0001";
        SmsReply[] batch = [new("13800000000", "签收0001"), new("13800000000", "签收0002")];

        var failed = await office.Replies.TakeAllAsync(batch, CancellationToken.None);
        office.Failing = null;
        var again = await office.Replies.TakeAllAsync(batch, CancellationToken.None);

        Assert.That((failed, again), Is.EqualTo((1, 0)));
        Assert.That(office.Acknowledged.Select(a => a.Incident), Is.EqualTo(new[] { "20261124-0002", "20261124-0001" }));
    }

    [Test]
    public async Task A_bare_1_that_may_mean_the_first_incident_takes_over_no_other()
    {
        await using var office = await ToldAsync("20261124-0001", "20261124-0002");
        office.Incidents[0] = office.Incidents[0] with { AcknowledgedAt = Some.Now };

        Assert.That((await ReplyAsync(office, "1"), office.Acknowledged.Count), Is.EqualTo((ReplyOutcome.Unclear, 0)));
    }

    private static Task<ReplyOutcome> ReplyAsync(PostOffice office, string text) => office.Replies.TakeAsync(new SmsReply("13800000000", text), CancellationToken.None);

    private static async Task<PostOffice> ToldAsync(params string[] incidents)
    {
        var office = new PostOffice(Some.Options());
        foreach (var incident in incidents)
        {
            await TellAsync(office, incident);
        }

        return office;
    }

    private static async Task TellAsync(PostOffice office, string incident, string? alert = null)
    {
        if (!office.Incidents.Exists(known => known.Id == incident))
        {
            office.Incidents.Add(Matters.Eviction() with { Id = incident, LevelSince = office.Time.GetUtcNow() });
        }

        alert ??= incident;
        await office.KeepAsync(Some.Alert(alert, channel: ChannelKind.Sms) with { IncidentId = incident });
        await office.Outbox.RecordAsync([new DeliveryChange { AlertId = alert, At = office.Time.GetUtcNow(), State = DeliveryState.Sent, Attempts = 1 }], CancellationToken.None);
    }
}
