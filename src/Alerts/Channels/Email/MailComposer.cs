using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Email;

/// <summary>Makes a mail (RFC 5322) of a message: byte for byte the same at every attempt.</summary>
internal static class MailComposer
{
    /// <summary>Finds the recipient; null when the address is none. One line, one address, no name.</summary>
    public static MailboxAddress? FindRecipient(string address)
    {
        var odd = address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')');
        var parts = address.Split('@');
        return odd || parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0 || !MailboxAddress.TryParse(address, out var mailbox) ? null : mailbox;
    }

    /// <summary>Composes the mail.</summary>
    /// <exception cref="ParseException"><c>mail.from</c> is no address.</exception>
    public static MimeMessage Compose(MailOptions options, OutgoingMessage message, MailboxAddress to)
    {
        var mail = new MimeMessage { MessageId = message.MessageId, Date = message.ComposedAt, Subject = PlainText.OneLine(message.Subject, 200) };
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.Add(to);
        mail.Headers.Add("X-OpinionWatch-Incident", HeaderValue(string.Join(", ", message.Incidents)));
        mail.Headers.Add("X-OpinionWatch-Level", HeaderValue(message.Level.ToString()).ToLowerInvariant());
        mail.Headers.Add("X-OpinionWatch-Step", HeaderValue(message.Step));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Level >= Level.Major)
        {
            mail.Importance = MessageImportance.High;
        }

        mail.Body = Body(message);
        return mail;
    }

    private static MimeEntity Body(OutgoingMessage message)
    {
        var text = Part(TextFormat.Plain, message.Text);
        if (message.Html is null)
        {
            return text;
        }

        var boundary = "=_ow_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.MessageId)))[..32];
        return new MultipartAlternative(text, Part(TextFormat.Html, message.Html)) { Boundary = boundary };
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string HeaderValue(string value) => string.Concat(value.Where(c => c is >= ' ' and <= '~'));
}
