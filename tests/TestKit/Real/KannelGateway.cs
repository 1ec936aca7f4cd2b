using System.Diagnostics;

namespace OpinionWatch.TestKit.Real;

/// <summary>A real Kannel on loopback with a stand-in for the carrier behind it (its own <c>fakesmsc</c>).</summary>
public sealed class KannelGateway : IAsyncDisposable
{
    private const string Bearer = "/usr/sbin/bearerbox";
    private const string Smsbox = "/usr/sbin/smsbox";
    private const string Carrier = "/usr/lib/kannel/test/fakesmsc";
    private readonly string _folder;
    private readonly int _carrierPort;
    private readonly List<Process> _running = [];

    private KannelGateway(string folder, int port, int carrierPort)
    {
        _folder = folder;
        Port = port;
        _carrierPort = carrierPort;
    }

    /// <summary>Why it cannot be used here; null when it can.</summary>
    public static string? Missing => Tool.Missing(Bearer, Smsbox, Carrier);

    /// <summary>Port of its <c>sendsms</c>; user <c>ow</c>, password <c>secret</c>.</summary>
    public int Port { get; }

    /// <summary>Starts it; what people send goes to <paramref name="replies"/> with <c>from</c> and <c>text</c>.</summary>
    public static async Task<KannelGateway> StartAsync(Uri replies)
    {
        var folder = Directory.CreateTempSubdirectory("opinionwatch-kannel-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "spool"));
        var (admin, box, carrier, send) = (Tool.FreePort(), Tool.FreePort(), Tool.FreePort(), Tool.FreePort());
        var file = Path.Combine(folder, "kannel.conf");
        await File.WriteAllTextAsync(file, Configuration(admin, box, carrier, send, replies));
        var gateway = new KannelGateway(folder, send, carrier);
        gateway._running.Add(Tool.Start(Bearer, folder, file));
        await Tool.ListeningAsync(box);
        gateway._running.Add(Tool.Start(Smsbox, folder, file));
        await Tool.ListeningAsync(send);
        return gateway;
    }

    /// <summary>Connects the carrier; it hands in one message, as a person would send it.</summary>
    public async Task ConnectCarrierAsync(string message)
    {
        await Tool.ListeningAsync(_carrierPort);
        _running.Add(Tool.Start(Carrier, _folder, "-H", "127.0.0.1", "-r", $"{_carrierPort}", "-i", "1", "-m", "1", message));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_running))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Configuration(int admin, int box, int carrier, int send, Uri replies) => $"""
        group = core
        admin-port = {admin}
        admin-interface = 127.0.0.1
        admin-password = test
        status-password = test
        smsbox-port = {box}
        smsbox-interface = 127.0.0.1
        box-allow-ip = "127.0.0.1"
        box-deny-ip = "*.*.*.*"
        store-type = spool
        store-location = "spool"
        dlr-storage = internal

        group = smsc
        smsc = fake
        smsc-id = fake1
        port = {carrier}
        connect-allow-ip = 127.0.0.1

        group = smsbox
        bearerbox-host = 127.0.0.1
        bearerbox-port = {box}
        sendsms-port = {send}
        sendsms-interface = 127.0.0.1
        sendsms-chars = "0123456789+ "
        global-sender = 10690000

        group = sendsms-user
        username = ow
        password = secret
        user-allow-ip = "127.0.0.1"
        concatenation = true
        max-messages = 10

        group = sms-service
        keyword = default
        max-messages = 0
        get-url = "{replies}?from=%p&text=%a"

        """;
}
