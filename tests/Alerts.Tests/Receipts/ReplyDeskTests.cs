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

    private static Task<ReplyOutcome> ReplyAsync(PostOffice office, string text) => office.Replies.TakeAsync(new SmsReply("13800000000", text), CancellationToken.None);

    private static async Task<PostOffice> ToldAsync(params string[] incidents)
    {
        var office = new PostOffice(Some.Options());
        foreach (var incident in incidents)
        {
            office.Incidents.Add(Matters.Eviction() with { Id = incident });
            await office.KeepAsync(Some.Alert(incident, channel: ChannelKind.Sms) with { IncidentId = incident });
        }

        await office.Outbox.RecordAsync([.. incidents.Select(id => new DeliveryChange { AlertId = id, At = Some.Now, State = DeliveryState.Sent, Attempts = 1 })], CancellationToken.None);
        return office;
    }
}
