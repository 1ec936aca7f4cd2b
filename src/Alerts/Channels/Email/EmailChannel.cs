using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Email;

/// <summary>Hands mails to a mail server (RFC 5321), one recipient a message, so that one refused recipient stops nobody else.</summary>
/// <remarks>An answer lost after the message went out is <see cref="SendOutcome.TryLater"/>: it goes out again under the same Message-ID.</remarks>
public sealed class EmailChannel(MailOptions options, TimeProvider time) : IChannel, IDisposable
{
    private readonly SmtpConnections _connections = new(options, time);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (MailComposer.FindRecipient(message.Address) is not { } to)
        {
            return new SendOutcome.GiveUp("收件地址不是有效的邮箱地址");
        }

        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var mail = MailComposer.Compose(options, message, to);
            return await ConverseAsync(mail, to, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Down($"邮件服务器在 {options.Timeout.TotalSeconds:0} 秒内没有答复");
        }
        catch (ParseException)
        {
            return Down("发件人 mail.from 不是有效的地址");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    private async Task<SendOutcome> ConverseAsync(MimeMessage mail, MailboxAddress to, CancellationToken cancellationToken)
    {
        SmtpClient? client = null;
        var keep = false;
        try
        {
            client = await _connections.TakeAsync(cancellationToken);
            await client.SendAsync(mail, mail.From.Mailboxes.First(), [to], cancellationToken);
            keep = true;
            return new SendOutcome.Sent();
        }
        catch (SmtpCommandException e) when (client is not null)
        {
            keep = client.IsConnected;
            return MailFaults.OfAnswer(e);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or IOException or SocketException or AuthenticationException
            or SslHandshakeException or NotSupportedException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            return Down(MailFaults.Describe(e));
        }
        finally
        {
            if (keep)
            {
                _connections.Return(client!);
            }
            else
            {
                client?.Dispose();
            }
        }
    }

    private static SendOutcome.TryLater Down(string reason) => new(reason) { ChannelDown = true };
}
