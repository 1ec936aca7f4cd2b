using MimeKit;
using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>mail:</c>.</summary>
internal static class MailSection
{
    /// <summary>Allowed keys.</summary>
    public static readonly string[] Keys = ["from", "host", "port", "security", "user", "password", "certificateSha256", "pickup", "timeout", "fallbackAfter"];

    private static readonly string[] ServerKeys = ["port", "security", "user", "password", "certificateSha256"];

    /// <summary>Reads it; null = no mail.</summary>
    public static MailOptions? Read(MapReader? mail, Folders folders)
    {
        if (mail is null)
        {
            return null;
        }

        var from = mail.Required("from", "the sender, as 舆情监测 <watch@example.gov.cn>");
        if (from is not null && !IsMailbox(from))
        {
            mail.Error("from", $"'{Shown.Of(from)}' is no sender; write NAME <ADDRESS>, as 舆情监测 <watch@example.gov.cn>");
        }

        var pickup = MainSection.PathOf(mail, "pickup");
        CheckWays(mail);
        var standard = new MailOptions { From = "" };
        return standard with
        {
            From = from ?? "",
            Host = ReadHost(mail),
            Port = (int)(mail.Integer("port", 1, 65535) ?? 0),
            Security = mail.Choice("security", ("none", MailSecurity.None), ("starttls", MailSecurity.StartTls), ("tls", MailSecurity.Tls)) ?? standard.Security,
            User = mail.Text("user"),
            Password = mail.Text("password"),
            CertificateSha256 = ReadFingerprint(mail),
            Pickup = pickup is null ? null : folders.Full(pickup),
            Timeout = mail.Duration("timeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)) ?? standard.Timeout,
            FallbackAfter = mail.Duration("fallbackAfter", TimeSpan.Zero, TimeSpan.FromDays(1)) ?? standard.FallbackAfter,
        };
    }

    /// <summary>Says whether a text is one mail address, with or without a name.</summary>
    public static bool IsMailbox(string text) =>
        text.Length <= 320
        && !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at < mailbox.Address.Length - 1
        && !mailbox.Address.Any(char.IsWhiteSpace);

    private static void CheckWays(MapReader mail)
    {
        if (mail.Has("host") == mail.Has("pickup"))
        {
            mail.Reading.Faults.Error(
                mail.Has("host") ? mail.AtKey("pickup") : mail.Map.Place,
                mail.Has("host")
                    ? "mail: both host and pickup are given; keep host to send by a server, or pickup to write files"
                    : "mail: neither host nor pickup is given; write host: smtp.example.gov.cn to send by a server, or pickup: ./data/outgoing to write files");
        }
        else if (mail.Has("pickup"))
        {
            foreach (var key in ServerKeys.Where(mail.Has))
            {
                mail.Reading.Faults.Error(mail.AtKey(key), $"mail.{key}: belongs to host:, and pickup: is given; remove one of them");
            }
        }
        else if (mail.Has("password") && !mail.Has("user"))
        {
            mail.Error("password", "there is a password and no user; give user too, or neither");
        }
    }

    private static string? ReadHost(MapReader mail)
    {
        if (mail.Text("host") is not { } host)
        {
            return null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            mail.Error("host", $"'{Shown.Of(host)}' is no name or address of a server; write it without port and without ://, as smtp.example.gov.cn");
        }

        return host;
    }

    /// <summary>Reads the fingerprint of a certificate; null when absent or faulty.</summary>
    public static string? ReadFingerprint(MapReader mail)
    {
        if (mail.Text("certificateSha256") is not { } text)
        {
            return null;
        }

        var digits = text.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length == 64 && digits.All(char.IsAsciiHexDigit))
        {
            return digits.ToUpperInvariant();
        }

        mail.Error("certificateSha256", "is a SHA-256 fingerprint: 64 hexadecimal digits, with or without colons");
        return null;
    }
}
