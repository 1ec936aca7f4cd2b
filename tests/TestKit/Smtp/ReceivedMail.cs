using MimeKit;

namespace OpinionWatch.TestKit.Smtp;

/// <summary>One message as <see cref="LoopbackSmtpServer"/> took it.</summary>
/// <param name="From">Address of MAIL FROM, without angle brackets.</param>
/// <param name="Recipients">Addresses of RCPT TO that were accepted.</param>
/// <param name="Bytes">The message, dots unstuffed.</param>
/// <param name="ReceivedAt">When its last line came.</param>
/// <param name="Session">Number of the connection it came by, from 1.</param>
/// <param name="Acknowledged">False when a fault kept the final answer from the sender.</param>
public sealed record ReceivedMail(
    string From,
    IReadOnlyList<string> Recipients,
    ReadOnlyMemory<byte> Bytes,
    DateTimeOffset ReceivedAt,
    int Session,
    bool Acknowledged)
{
    /// <summary>The connection was encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>User that authenticated; null when none did.</summary>
    public string? User { get; init; }

    /// <summary>Parses the message anew.</summary>
    public MimeMessage Parse()
    {
        using var stream = new MemoryStream(Bytes.ToArray(), writable: false);
        return MimeMessage.Load(stream);
    }

    /// <summary>Message-ID without angle brackets; null when there is none.</summary>
    public string? MessageId => Parse().MessageId;

    /// <summary>Subject, decoded; null when there is none.</summary>
    public string? Subject => Parse().Subject;

    /// <summary>Text of the plain part, decoded; null when there is none.</summary>
    public string? Text => Parse().TextBody;

    /// <summary>The HTML part, decoded; null when there is none.</summary>
    public string? Html => Parse().HtmlBody;

    /// <summary>Value of a header, unfolded and decoded; null when it is absent.</summary>
    public string? Header(string name) => Parse().Headers[name];
}
