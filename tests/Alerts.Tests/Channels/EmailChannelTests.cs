using MimeKit;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Email;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Channels;

public class EmailChannelTests
{
    [Test]
    public async Task A_mail_arrives_whole_with_its_headers_and_both_parts()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent()));
        var mail = server.Messages.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.From, Is.EqualTo("watch@bureau.test"));
            Assert.That(mail.Recipients, Is.EqualTo(new[] { "officer@bureau.test" }));
            Assert.That(mail.MessageId, Is.EqualTo("a-1@opinionwatch.bureau.test"));
            Assert.That(mail.Subject, Is.EqualTo("【特别重大】某村强拆致一人受伤"));
            Assert.That(mail.Header("X-OpinionWatch-Incident"), Is.EqualTo("20261124-0001"));
            Assert.That(mail.Header("X-OpinionWatch-Level"), Is.EqualTo("critical"));
            Assert.That(mail.Header("X-OpinionWatch-Step"), Is.EqualTo("critical/0"));
            Assert.That(mail.Parse().Date, Is.EqualTo(Some.Now));
            Assert.That(mail.Parse().Body!.ContentType.MimeType, Is.EqualTo("multipart/alternative"));
            Assert.That(mail.Text?.ReplaceLineEndings("\n"), Is.EqualTo(Some.Message().Text));
            Assert.That(mail.Html, Does.Contain("某村强拆致一人受伤"));
            Assert.That(mail.Bytes.Span.ToArray(), Has.All.LessThan(0x80));
        });
    }

    [Test]
    public async Task A_second_attempt_is_the_same_mail_byte_for_byte()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        await channel.SendAsync(Some.Message(), CancellationToken.None);
        await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(server.Messages[1].Bytes.ToArray(), Is.EqualTo(server.Messages[0].Bytes.ToArray()));
    }

    [Test]
    public async Task A_burst_goes_through_one_connection()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        for (var i = 0; i < 5; i++)
        {
            await channel.SendAsync(Some.Message(), CancellationToken.None);
        }

        Assert.That((server.Messages.Count, server.SessionCount), Is.EqualTo((5, 1)));
    }

    [Test]
    public async Task A_connection_the_server_closed_meanwhile_is_replaced()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);
        await channel.SendAsync(Some.Message(), CancellationToken.None);
        server.CutSessions();

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent()));
    }

    [TestCase("RCPT", 550, typeof(SendOutcome.GiveUp))]
    [TestCase("RCPT", 451, typeof(SendOutcome.TryLater))]
    [TestCase("RCPT", 452, typeof(SendOutcome.TryLater))]
    [TestCase("RCPT", 421, typeof(SendOutcome.TryLater))]
    [TestCase("MAIL", 552, typeof(SendOutcome.GiveUp))]
    [TestCase("MAIL", 451, typeof(SendOutcome.TryLater))]
    [TestCase("DATA", 451, typeof(SendOutcome.TryLater))]
    [TestCase("DATA", 554, typeof(SendOutcome.GiveUp))]
    [TestCase(".", 451, typeof(SendOutcome.TryLater))]
    [TestCase(".", 554, typeof(SendOutcome.GiveUp))]
    [TestCase("MAIL", 530, typeof(SendOutcome.TryLater))]
    [TestCase("CONNECT", 554, typeof(SendOutcome.TryLater))]
    [TestCase("CONNECT", 421, typeof(SendOutcome.TryLater))]
    [TestCase("EHLO", 421, typeof(SendOutcome.TryLater))]
    public async Task A_refusal_is_judged_by_its_number(string command, int code, Type expected)
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        server.Fault = line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase) ? new SmtpFault.Refuse(code, "<officer@bureau.test> no") : null;
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf(expected));
        Assert.That(outcome.ToString(), Does.Contain(command == "EHLO" ? "邮件服务器" : $"{code}").And.Not.Contains("officer@"));
        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_message_beyond_the_servers_size_is_given_up()
    {
        await using var server = await LoopbackSmtpServer.StartAsync(new SmtpServerOptions { MaxBytes = 500 });
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.GiveUp>());
    }

    [Test]
    public async Task A_refused_recipient_stops_nobody_else()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        server.Fault = line => line.Contains("gone@", StringComparison.Ordinal) ? new SmtpFault.Refuse(550) : null;
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var refused = await channel.SendAsync(Some.Message("gone@bureau.test"), CancellationToken.None);
        var taken = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That((refused is SendOutcome.GiveUp, taken is SendOutcome.Sent, server.SessionCount), Is.EqualTo((true, true, 1)));
    }

    [Test]
    public async Task An_answer_lost_before_the_message_was_taken_is_tried_later()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        server.Fault = line => line == "." ? new SmtpFault.Drop() : null;
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>());
        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task An_answer_lost_after_the_message_was_taken_is_tried_later_under_the_same_id()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        server.Fault = line => line == "." ? new SmtpFault.KeepThenDrop() : null;
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var lost = await channel.SendAsync(Some.Message(), CancellationToken.None);
        server.Fault = _ => null;
        var again = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That((lost is SendOutcome.TryLater, again is SendOutcome.Sent), Is.EqualTo((true, true)));
        Assert.That(server.Messages.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase("CONNECT")]
    [TestCase("RCPT")]
    [TestCase(".")]
    public async Task A_server_that_does_not_answer_times_out(string command)
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        server.Fault = line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase) ? new SmtpFault.Silence() : null;
        using var channel = new EmailChannel(Some.Mail(server) with { Timeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
    }

    [Test]
    public async Task A_server_that_refuses_connections_is_down()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        await server.StopListeningAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
    }

    [TestCase("officer@bureau.test\r\nRCPT TO:<other@bureau.test>")]
    [TestCase("officer@bureau.test, other@bureau.test")]
    [TestCase("<officer@bureau.test>")]
    [TestCase("officer")]
    [TestCase("")]
    public async Task An_address_that_is_not_one_address_is_given_up_unsent(string address)
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(address), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.GiveUp>());
        Assert.That(server.SessionCount, Is.Zero);
    }

    [Test]
    public async Task A_hostile_title_adds_no_header()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        using var channel = new EmailChannel(Some.Mail(server), TimeProvider.System);
        var hostile = Some.Message() with
        {
            Subject = "好\r\nBcc: evil@evil.test\r\n\r\n正文\u202e倒",
            Incidents = ["1\r\nX-Evil: yes"],
            Step = "critical/0\nX-Evil: yes",
            MessageId = "a-1@opinionwatch.bureau.test",
        };

        await channel.SendAsync(hostile, CancellationToken.None);

        var mail = server.Messages.Single().Parse();
        Assert.That(mail.Headers.Select(h => h.Field), Has.None.EqualTo("X-Evil").And.None.EqualTo("Bcc"));
        Assert.That(mail.Headers[HeaderId.Subject], Is.EqualTo("好 Bcc: evil@evil.test 正文倒"));
    }

    [Test]
    public async Task Authentication_that_fails_is_a_channel_down_and_says_no_secret()
    {
        await using var server = await LoopbackSmtpServer.StartAsync(new SmtpServerOptions { User = "watch", Password = "right" });
        using var wrong = new EmailChannel(Some.Mail(server) with { User = "watch", Password = "hunter2" }, TimeProvider.System);
        using var right = new EmailChannel(Some.Mail(server) with { User = "watch", Password = "right" }, TimeProvider.System);

        var refused = await wrong.SendAsync(Some.Message(), CancellationToken.None);
        var taken = await right.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(refused, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
        Assert.That(refused.ToString(), Does.Not.Contain("hunter2"));
        Assert.That((taken is SendOutcome.Sent, server.Messages.Single().User), Is.EqualTo((true, "watch")));
    }
}
