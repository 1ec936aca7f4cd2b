using MailKit.Net.Smtp;
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
            return Down(Silent);
        }
        catch (ParseException)
        {
            return Down("发件人 mail.from 不是有效的地址");
        }
    }

    /// <summary>Says why the server would take no mail just now: greets it, judges its certificate and logs in. Nothing is sent.</summary>
    /// <returns>The reason, in Chinese; null when it would.</returns>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            _connections.Return(await _connections.TakeAsync(either.Token));
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Silent;
        }
        catch (Exception e) when (MailFaults.IsOfServer(e))
        {
            return MailFaults.Describe(e);
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
        catch (Exception e) when (MailFaults.IsOfServer(e))
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

    private string Silent => $"邮件服务器在 {options.Timeout.TotalSeconds:0} 秒内没有答复";

    private static SendOutcome.TryLater Down(string reason) => new(reason) { ChannelDown = true };
}
