using MimeKit;

namespace OpinionWatch.TestKit.Real;

/// <summary>A real postfix on loopback with folders of its own; every mail for <c>ow.test</c> goes into one maildir.</summary>
public sealed class PostfixServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";
    private const string Master = "/usr/share/postfix/master.cf.dist";
    private readonly string _folder;
    private readonly string _log;

    private PostfixServer(string folder, string log, int port)
    {
        _folder = folder;
        _log = log;
        Port = port;
    }

    /// <summary>Why it cannot be used here; null when it can.</summary>
    public static string? Missing => Tool.Missing(Program, Master);

    /// <summary>Port it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts it. Recipients that begin with <c>e550</c> or <c>e451</c> are refused so.</summary>
    public static async Task<PostfixServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("opinionwatch-postfix-").FullName;
        await Tool.RunAsync("/bin/chmod", "755", folder);
        var log = $"/var/log/opinionwatch-postfix-{Path.GetFileName(folder)}.log";
        var port = Tool.FreePort();
        foreach (var name in new[] { "etc", "spool", "data", "mail" })
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        await Tool.RunAsync("/bin/chown", "postfix", Path.Combine(folder, "data"));
        await Tool.RunAsync("/bin/chown", "nobody", Path.Combine(folder, "mail"));
        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "main.cf"), Main(folder, log));
        await File.WriteAllTextAsync(Path.Combine(folder, "etc", "rcpt"), "/^e550@/ 550 5.1.1 injected\n/^e451@/ 451 4.3.0 injected\n");
        var master = (await File.ReadAllLinesAsync(Master)).Select(line => line.StartsWith("smtp ", StringComparison.Ordinal) && line.Contains("inet", StringComparison.Ordinal) ? $"127.0.0.1:{port} inet n - n - - smtpd" : WithoutChroot(line));
        await File.WriteAllLinesAsync(Path.Combine(folder, "etc", "master.cf"), master);
        var server = new PostfixServer(folder, log, port);
        await Tool.RunAsync(Program, "-c", Path.Combine(folder, "etc"), "start");
        await Tool.ListeningAsync(port);
        return server;
    }

    /// <summary>Waits until so many mails lie in the maildir, and gives them.</summary>
    public async Task<IReadOnlyList<MimeMessage>> WaitForAsync(int count, TimeSpan timeout)
    {
        var folder = Path.Combine(_folder, "mail", "all", "new");
        using var limit = new CancellationTokenSource(timeout);
        while (!Directory.Exists(folder) || Directory.GetFiles(folder).Length < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }

        return [.. Directory.GetFiles(folder).Select(file => MimeMessage.Load(file))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Tool.RunAsync(Program, "-c", Path.Combine(_folder, "etc"), "stop");
        Directory.Delete(_folder, recursive: true);
        File.Delete(_log);
    }

    /// <summary>Services in a chroot would need a whole system below the spool folder.</summary>
    private static string WithoutChroot(string line)
    {
        var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return line.Length == 0 || line[0] is '#' or ' ' || columns.Length < 8 ? line : string.Join(' ', columns.Select((column, at) => at == 4 ? "n" : column));
    }

    private static string Main(string folder, string log) => $"""
        compatibility_level = 3.6
        queue_directory = {folder}/spool
        data_directory = {folder}/data
        mail_owner = postfix
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.ow.test
        mydestination =
        default_transport = error:no external mail in tests
        virtual_mailbox_domains = ow.test
        virtual_mailbox_base = {folder}/mail
        virtual_mailbox_maps = static:all/
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_minimum_uid = 100
        maillog_file = {log}
        smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/etc/rcpt, permit_mynetworks, reject_unauth_destination
        message_size_limit = 5000000

        """;
}
