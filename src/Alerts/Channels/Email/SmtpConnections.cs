using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace OpinionWatch.Alerts.Channels.Email;

/// <summary>Open connections to the mail server, kept for the next message of a burst.</summary>
internal sealed class SmtpConnections(MailOptions options, TimeProvider time) : IDisposable
{
    private const int MostIdle = 4;
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private readonly Stack<SmtpClient> _idle = new();
    private ITimer? _closing;
    private bool _disposed;

    /// <summary>Gives a connection that answered just now, authenticated when there is a user.</summary>
    public async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        while (TakeIdle() is { } idle)
        {
            if (await IsAliveAsync(idle, cancellationToken))
            {
                return idle;
            }

            idle.Dispose();
        }

        var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds, CheckCertificateRevocation = false };
        try
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == System.Net.Security.SslPolicyErrors.None || (certificate is not null && IsPinned(certificate));
            await client.ConnectAsync(options.Host ?? "", Port(), Security(), cancellationToken);
            if (options.User is not null)
            {
                await client.AuthenticateAsync(Encoding.UTF8, options.User, options.Password ?? "", cancellationToken);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection back that is in order; keeps it for a while.</summary>
    public void Return(SmtpClient client)
    {
        lock (_gate)
        {
            if (_disposed || !client.IsConnected || _idle.Count >= MostIdle)
            {
                client.Dispose();
                return;
            }

            _idle.Push(client);
            _closing ??= time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _closing.Change(IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _closing?.Dispose();
        }

        CloseIdle();
    }

    private static async Task<bool> IsAliveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return client.IsConnected;
        }
        catch (Exception e) when (e is IOException or TimeoutException or CommandException or ProtocolException or ServiceNotConnectedException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private SmtpClient? TakeIdle()
    {
        lock (_gate)
        {
            return _idle.TryPop(out var client) ? client : null;
        }
    }

    private void CloseIdle()
    {
        while (TakeIdle() is { } client)
        {
            client.Dispose();
        }
    }

    private bool IsPinned(System.Security.Cryptography.X509Certificates.X509Certificate certificate)
    {
        var pin = string.Concat((options.CertificateSha256 ?? "").Where(char.IsAsciiHexDigit));
        return pin.Length == 64 && pin.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), StringComparison.OrdinalIgnoreCase);
    }

    private int Port() => (options.Port, options.Security) switch
    {
        ( > 0, _) => options.Port,
        (_, MailSecurity.Tls) => 465,
        (_, MailSecurity.StartTls) => 587,
        _ => 25,
    };

    private SecureSocketOptions Security() => options.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
