using System.Security.Cryptography.X509Certificates;

namespace OpinionWatch.TestKit.Smtp;

/// <summary>What kind of server <see cref="LoopbackSmtpServer"/> is.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>TLS from the first byte.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>STARTTLS is offered.</summary>
    public bool OfferStartTls { get; init; }

    /// <summary>Certificate for both kinds of TLS; null makes one.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>User who must authenticate before MAIL; null = nobody needs to.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string Password { get; init; } = "";

    /// <summary>Largest message in bytes. Default 10 MB.</summary>
    public long MaxBytes { get; init; } = 10_000_000;

    /// <summary>SMTPUTF8 (RFC 6531) is offered. Default true.</summary>
    public bool OfferUtf8 { get; init; } = true;

    /// <summary>PIPELINING (RFC 2920) is offered. Default true.</summary>
    public bool OfferPipelining { get; init; } = true;

    /// <summary>Clock of <see cref="ReceivedMail.ReceivedAt"/>. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
