using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Email;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.Alerts.Tests.Channels;

public class EmailTlsTests
{
    [TestCase(MailSecurity.Tls)]
    [TestCase(MailSecurity.StartTls)]
    public async Task An_unknown_certificate_is_refused_and_nothing_is_sent(MailSecurity security)
    {
        await using var server = await StartAsync(security);
        using var channel = new EmailChannel(Some.Mail(server, security), TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.Reason)).Contains("证书"));
        Assert.That(server.Messages, Is.Empty);
    }

    [TestCase(MailSecurity.Tls)]
    [TestCase(MailSecurity.StartTls)]
    public async Task A_pinned_certificate_is_accepted(MailSecurity security)
    {
        await using var server = await StartAsync(security);
        var mail = Some.Mail(server, security) with { CertificateSha256 = LoopbackCertificate.Sha256(server.Certificate) };
        using var channel = new EmailChannel(mail, TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That((outcome is SendOutcome.Sent, server.Messages.Single().Encrypted), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Another_certificate_than_the_pinned_one_is_refused()
    {
        await using var server = await StartAsync(MailSecurity.Tls);
        using var other = LoopbackCertificate.Create();
        var mail = Some.Mail(server, MailSecurity.Tls) with { CertificateSha256 = LoopbackCertificate.Sha256(other) };
        using var channel = new EmailChannel(mail, TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>());
        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_server_from_which_somebody_stripped_starttls_gets_neither_mail_nor_password()
    {
        await using var server = await LoopbackSmtpServer.StartAsync(new SmtpServerOptions { User = "watch", Password = "right" });
        var mail = Some.Mail(server, MailSecurity.StartTls) with { User = "watch", Password = "right" };
        using var channel = new EmailChannel(mail, TimeProvider.System);

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
        Assert.That(server.Messages, Is.Empty);
        Assert.That(server.Commands, Has.None.StartsWith("AUTH"));
    }

    private static Task<LoopbackSmtpServer> StartAsync(MailSecurity security) => LoopbackSmtpServer.StartAsync(new SmtpServerOptions
    {
        ImplicitTls = security == MailSecurity.Tls,
        OfferStartTls = security == MailSecurity.StartTls,
    });
}
