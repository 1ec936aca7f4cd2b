using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace OpinionWatch.TestKit.Smtp;

/// <summary>One connection: reads commands, asks for a fault, answers.</summary>
internal sealed class SmtpSession(LoopbackSmtpServer server, int number, TcpClient client) : IDisposable
{
    private readonly List<string> _recipients = [];
    private Stream _stream = client.GetStream();
    private SmtpLineReader _reader = new(client.GetStream());
    private string? _from;
    private string? _user;
    private bool _open = true;

    public void Dispose()
    {
        _stream.Dispose();
        client.Dispose();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        if (server.Options.ImplicitTls)
        {
            await EncryptAsync(cancellationToken);
        }

        await AnswerAsync("CONNECT", () => Task.FromResult("220 loopback ESMTP"), cancellationToken);
        while (_open && await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var command = Encoding.UTF8.GetString(line);
            server.Commands.Enqueue(command);
            await AnswerAsync(command, () => DoAsync(command, cancellationToken), cancellationToken);
            if (_open && command.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase) && server.Options.OfferStartTls && _stream is not SslStream)
            {
                await EncryptAsync(cancellationToken);
            }
        }
    }

    private static string Verb(string command) => command.Split(' ', 2)[0].ToUpperInvariant();

    private static string Address(string command)
    {
        var start = command.IndexOf('<', StringComparison.Ordinal);
        var end = command.IndexOf('>', StringComparison.Ordinal);
        return start >= 0 && end > start ? command[(start + 1)..end] : "";
    }

    /// <summary>Carries a command out and answers it, unless the test has another idea. An empty answer means that it was given already.</summary>
    private async Task AnswerAsync(string command, Func<Task<string>> work, CancellationToken cancellationToken)
    {
        var fault = server.Fault(command);
        switch (fault)
        {
            case SmtpFault.Refuse refuse:
                await WriteAsync($"{refuse.Code} {refuse.Text}", cancellationToken);
                _open = command != "CONNECT" && refuse.Code != 421;
                return;
            case SmtpFault.Drop:
                _open = false;
                return;
            case SmtpFault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return;
            case SmtpFault.Slow slow:
                await Task.Delay(slow.Delay, TimeProvider.System, cancellationToken);
                break;
        }

        var answer = await work();
        if (answer.Length > 0)
        {
            await WriteAsync(answer, cancellationToken);
        }

        _open = _open && fault is not SmtpFault.AnswerThenDrop;
    }

    private async Task<string> DoAsync(string command, CancellationToken cancellationToken)
    {
        switch (Verb(command))
        {
            case "EHLO":
                return Greeting();
            case "HELO" or "NOOP":
                return "250 OK";
            case "STARTTLS":
                return server.Options.OfferStartTls && _stream is not SslStream ? "220 go ahead" : "502 not here";
            case "AUTH":
                return await AuthenticateAsync(command, cancellationToken);
            case "MAIL":
                return Mail(command);
            case "RCPT":
                return Recipient(command);
            case "DATA":
                return await DataAsync(cancellationToken);
            case "RSET":
                Reset();
                return "250 OK";
            case "QUIT":
                await WriteAsync("221 bye", cancellationToken);
                _open = false;
                return "";
            default:
                return "500 what";
        }
    }

    private string Greeting()
    {
        Reset();
        var lines = new List<string> { "loopback", $"SIZE {server.Options.MaxBytes}", "8BITMIME", "ENHANCEDSTATUSCODES" };
        if (server.Options.OfferPipelining)
        {
            lines.Add("PIPELINING");
        }

        if (server.Options.OfferUtf8)
        {
            lines.Add("SMTPUTF8");
        }

        if (server.Options.OfferStartTls && _stream is not SslStream)
        {
            lines.Add("STARTTLS");
        }

        if (server.Options.User is not null)
        {
            lines.Add("AUTH PLAIN LOGIN");
        }

        return string.Join("\r\n", lines.Select((line, i) => (i < lines.Count - 1 ? "250-" : "250 ") + line));
    }

    private async Task<string> AuthenticateAsync(string command, CancellationToken cancellationToken)
    {
        var words = command.Split(' ');
        string user;
        string password;
        if (words.Length > 1 && words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Decode(words.Length > 2 ? words[2] : await AskAsync("", cancellationToken)).Split('\0');
            (user, password) = parts.Length == 3 ? (parts[1], parts[2]) : ("", "");
        }
        else
        {
            user = Decode(words.Length > 2 ? words[2] : await AskAsync("VXNlcm5hbWU6", cancellationToken));
            password = Decode(await AskAsync("UGFzc3dvcmQ6", cancellationToken));
        }

        if (user != server.Options.User || password != server.Options.Password)
        {
            return "535 5.7.8 who are you";
        }

        _user = user;
        return "235 2.7.0 welcome";
    }

    private async Task<string> AskAsync(string challenge, CancellationToken cancellationToken)
    {
        await WriteAsync("334 " + challenge, cancellationToken);
        return Encoding.ASCII.GetString(await _reader.ReadLineAsync(cancellationToken) ?? []);
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : "";
    }

    private string Mail(string command)
    {
        if (server.Options.User is not null && _user is null)
        {
            return "530 5.7.0 authenticate first";
        }

        var size = command.Split(' ').FirstOrDefault(w => w.StartsWith("SIZE=", StringComparison.OrdinalIgnoreCase));
        if (size is not null && long.TryParse(size.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > server.Options.MaxBytes)
        {
            return "552 5.3.4 too big";
        }

        Reset();
        _from = Address(command);
        return "250 2.1.0 OK";
    }

    private string Recipient(string command)
    {
        if (_from is null)
        {
            return "503 5.5.1 MAIL first";
        }

        _recipients.Add(Address(command));
        return "250 2.1.5 OK";
    }

    private async Task<string> DataAsync(CancellationToken cancellationToken)
    {
        if (_from is null || _recipients.Count == 0)
        {
            return "503 5.5.1 RCPT first";
        }

        await WriteAsync("354 go ahead", cancellationToken);
        if (await ReadMessageAsync(cancellationToken) is not { } bytes)
        {
            _open = false;
            return "";
        }

        var fault = server.Fault(".");
        if (fault is SmtpFault.KeepThenDrop or SmtpFault.AnswerThenDrop or SmtpFault.Slow or null && bytes.Length <= server.Options.MaxBytes)
        {
            server.Keep(new ReceivedMail(_from, [.. _recipients], bytes, server.Options.Time.GetUtcNow(), number, fault is not SmtpFault.KeepThenDrop)
            {
                Encrypted = _stream is SslStream,
                User = _user,
            });
        }

        Reset();
        await AnswerEndAsync(fault is SmtpFault.KeepThenDrop ? new SmtpFault.Drop() : fault, bytes.Length, cancellationToken);
        return "";
    }

    private async Task AnswerEndAsync(SmtpFault? fault, long length, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case SmtpFault.Refuse refuse:
                await WriteAsync($"{refuse.Code} {refuse.Text}", cancellationToken);
                return;
            case SmtpFault.Drop:
                _open = false;
                return;
            case SmtpFault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return;
            case SmtpFault.Slow slow:
                await Task.Delay(slow.Delay, TimeProvider.System, cancellationToken);
                break;
        }

        await WriteAsync(length <= server.Options.MaxBytes ? "250 2.0.0 taken" : "552 5.3.4 too big", cancellationToken);
        _open = fault is not SmtpFault.AnswerThenDrop;
    }

    /// <summary>Reads up to the lone dot and takes stuffed dots away (RFC 5321 §4.5.2); null when the connection ends before.</summary>
    private async Task<byte[]?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        while (await _reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line is [(byte)'.'])
            {
                return message.ToArray();
            }

            if (message.Length <= server.Options.MaxBytes)
            {
                message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
                message.Write("\r\n"u8);
            }
        }

        return null;
    }

    private void Reset()
    {
        _from = null;
        _recipients.Clear();
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancellationToken);
        _reader = new SmtpLineReader(encrypted);
    }

    private async Task WriteAsync(string answer, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }
}
