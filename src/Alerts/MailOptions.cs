namespace OpinionWatch.Alerts;

/// <summary><c>mail:</c> of <c>opinionwatch.yaml</c>. Either <see cref="Host"/> or <see cref="Pickup"/> is set.</summary>
public sealed record MailOptions
{
    /// <summary>Sender, e.g. <c>舆情监测 &lt;watch@example.gov.cn&gt;</c>.</summary>
    public required string From { get; init; }

    /// <summary>Mail server; null when a pickup folder is used.</summary>
    public string? Host { get; init; }

    /// <summary>Port; 0 takes 465 for tls, 587 for starttls, 25 for none.</summary>
    public int Port { get; init; }

    /// <summary>How the connection is secured.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Tls;

    /// <summary>User for authentication; null = none.</summary>
    public string? User { get; init; }

    /// <summary>Password; null = none. Never logged.</summary>
    public string? Password { get; init; }

    /// <summary>SHA-256 fingerprint of a certificate to accept besides valid ones, hexadecimal; null = none.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Folder to write .eml files to instead of sending; null when a host is used.</summary>
    public string? Pickup { get; init; }

    /// <summary>Time for one conversation. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Another channel is tried when mail failed longer than this. Default 2 minutes.</summary>
    public TimeSpan FallbackAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override string ToString() => $"mail from {From} by {Pickup ?? $"{Host}:{Port} ({Security})"}";
}
