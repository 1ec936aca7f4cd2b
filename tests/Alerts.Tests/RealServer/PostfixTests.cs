using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Email;
using OpinionWatch.Alerts.Tests.Outbox;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Real;

namespace OpinionWatch.Alerts.Tests.RealServer;

[Category("RealServer")]
[NonParallelizable]
public class PostfixTests
{
    private PostfixServer _server = null!;

    [SetUp]
    public async Task Start()
    {
        Assert.That(PostfixServer.Missing, Is.Null, "tests/run installs it; elsewhere leave the category RealServer out");

        _server = await PostfixServer.StartAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        if (_server is { } started)
        {
            _server = null!;
            await started.DisposeAsync();
        }
    }

    [Test]
    public async Task Postfix_takes_a_mail_and_refuses_by_code()
    {
        using var channel = new EmailChannel(Options(), TimeProvider.System);

        var sent = await channel.SendAsync(Some.Message("someone@ow.test"), CancellationToken.None);
        var never = await channel.SendAsync(Some.Message("e550@ow.test"), CancellationToken.None);
        var later = await channel.SendAsync(Some.Message("e451@ow.test"), CancellationToken.None);
        var large = await channel.SendAsync(Some.Message("someone@ow.test") with { Text = new string('大', 3_000_000) }, CancellationToken.None);

        var mail = (await _server.WaitForAsync(1, TimeSpan.FromSeconds(20))).Single();
        Assert.That(sent, Is.EqualTo(new SendOutcome.Sent()));
        Assert.That(new[] { never, large }, Is.All.InstanceOf<SendOutcome.GiveUp>());
        Assert.That(later, Is.InstanceOf<SendOutcome.TryLater>().And.Property(nameof(SendOutcome.TryLater.ChannelDown)).False);
        Assert.That((mail.MessageId, mail.Subject), Is.EqualTo(("a-1@opinionwatch.bureau.test", "【特别重大】某村强拆致一人受伤")));
        Assert.That(mail.TextBody!.ReplaceLineEndings("\n"), Is.EqualTo(Some.Message().Text));
        Assert.That(mail.HtmlBody, Does.Contain("某村强拆"));
    }

    [Test]
    public async Task Two_hundred_alerts_go_out_to_postfix_none_lost_none_doubled()
    {
        var time = new FakeTimeProvider(Some.Now);
        await using var office = new PostOffice(Some.Options(Options()), time: time);
        office.Start();
        var watch = Stopwatch.StartNew();

        await office.KeepAsync([.. Enumerable.Range(0, 200).Select(i => Some.Alert($"p{i:000}") with { Address = $"p{i}@ow.test" })]);
        await office.Outbox.UntilAsync(o => o.All.All(d => d.State == DeliveryState.Sent));

        var handedOver = watch.Elapsed;
        var mails = await _server.WaitForAsync(200, TimeSpan.FromSeconds(60));
        await TestContext.Out.WriteLineAsync($"200 alerts handed over to postfix in {handedOver.TotalSeconds:0.00} s, in the maildir after {watch.Elapsed.TotalSeconds:0.00} s.");
        Assert.That(mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(200));
        Assert.That(mails, Has.Count.EqualTo(200));
    }

    private MailOptions Options() => new() { From = "舆情监测 <watch@bureau.test>", Host = "127.0.0.1", Port = _server.Port, Security = MailSecurity.None };
}
