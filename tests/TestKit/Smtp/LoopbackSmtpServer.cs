using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace OpinionWatch.TestKit.Smtp;

/// <summary>A mail server on loopback that speaks real SMTP (RFC 5321), keeps what it takes and fails as the test says.</summary>
public sealed class LoopbackSmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<ReceivedMail> _messages = new();
    private readonly ConcurrentDictionary<int, (TcpClient Client, Task Work)> _sessions = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;
    private int _sessionCount;

    private LoopbackSmtpServer(SmtpServerOptions options)
    {
        Options = options with { Certificate = options.Certificate ?? LoopbackCertificate.Create() };
    }

    /// <summary>What kind of server it is.</summary>
    public SmtpServerOptions Options { get; }

    /// <summary>The port it listens on; stays the same over <see cref="StopListeningAsync"/>.</summary>
    public int Port { get; private set; }

    /// <summary>The certificate it shows.</summary>
    public X509Certificate2 Certificate => Options.Certificate!;

    /// <summary>Asked at each command; null answers well.</summary>
    /// <remarks>
    /// It is given the command's line (<c>RCPT TO:&lt;a@b.cn&gt;</c>), <c>CONNECT</c> for the greeting and <c>.</c> for the end of a message.
    /// </remarks>
    public Func<string, SmtpFault?> Fault { get; set; } = _ => null;

    /// <summary>Messages taken so far, oldest first.</summary>
    public IReadOnlyList<ReceivedMail> Messages => [.. _messages];

    /// <summary>Connections accepted so far.</summary>
    public int SessionCount => Volatile.Read(ref _sessionCount);

    /// <summary>Commands received so far, oldest first; a password is in them as it was sent.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Starts a server.</summary>
    public static Task<LoopbackSmtpServer> StartAsync(SmtpServerOptions? options = null)
    {
        var server = new LoopbackSmtpServer(options ?? new SmtpServerOptions());
        server.Listen();
        return Task.FromResult(server);
    }

    /// <summary>Refuses connections from now on and cuts those that are open.</summary>
    public async Task StopListeningAsync()
    {
        _listener?.Dispose();
        _listener = null;
        CutSessions();
#pragma warning disable VSTHRD003 // The loop is this server's own, and ends once its listener is gone.
        await _accepting;
#pragma warning restore VSTHRD003
    }

    /// <summary>Accepts connections again on the same port.</summary>
    public void Listen()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port == 0 ? Options.Port : Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Cuts every open connection.</summary>
    public void CutSessions()
    {
        foreach (var (client, _) in _sessions.Values)
        {
            client.Dispose();
        }
    }

    /// <summary>Waits until so many messages were taken, and gives them all.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, TimeSpan? timeout = null)
    {
        using var limit = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(20));
        while (_messages.Count < count)
        {
            try
            {
                await _arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException e) when (_messages.Count < count)
            {
                throw new TimeoutException($"{_messages.Count} of {count} messages came.", e);
            }
        }

        return Messages;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await StopListeningAsync();
#pragma warning disable VSTHRD003 // The sessions are this server's own, and end once they are cut.
        await Task.WhenAll(_sessions.Values.Select(s => s.Work));
#pragma warning restore VSTHRD003
        _stopping.Dispose();
        _arrived.Dispose();
    }

    internal void Keep(ReceivedMail mail)
    {
        _messages.Enqueue(mail);
        _arrived.Release();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(_stopping.Token);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
                return;
            }

            var number = Interlocked.Increment(ref _sessionCount);
            var session = new SmtpSession(this, number, client);
            _sessions[number] = (client, RunAsync(session, number));
        }
    }

    private async Task RunAsync(SmtpSession session, int number)
    {
        await Task.Yield();
        try
        {
            await session.RunAsync(_stopping.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or InvalidDataException or System.Security.Authentication.AuthenticationException)
        {
            // The other side went away, or the test ends: that is what sessions do.
        }
        finally
        {
            session.Dispose();
            _sessions.TryRemove(number, out _);
        }
    }
}
