namespace OpinionWatch.Alerts;

/// <summary>How a mail connection is secured.</summary>
public enum MailSecurity
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>STARTTLS is demanded (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,
}
