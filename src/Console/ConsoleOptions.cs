namespace OpinionWatch.Console;

/// <summary>Settings of console and API: <c>console:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Where console and API listen when the file says nothing.</summary>
    public const string DefaultListen = "http://127.0.0.1:8650";

    /// <summary>Addresses to listen on, as Kestrel takes them. At least one; read once, at start.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [DefaultListen];

    /// <summary>Address people open, for links in mails: <c>console.address</c>, or else the first of <see cref="Listen"/> that is no wildcard; null when all are.</summary>
    public Uri? Address { get; init; }

    /// <summary>Browsers are told to come by https alone: every address listened on is https, or <c>console.address</c> says that people open an https address.</summary>
    public bool IsHttpsOnly { get; init; }

    /// <summary>Tokens that open the API; empty = nobody gets in. Never logged.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    /// <summary>A session ends when nothing was asked for this long. Default 2 hours; read once, at start.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(2);

    /// <summary>A session ends this long after signing in, whatever was asked. Default 12 hours.</summary>
    public TimeSpan SessionLongest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Certificate file for https addresses of <see cref="Listen"/>: PKCS#12, or PEM with its key in the same file; null = no https.</summary>
    public string? Certificate { get; init; }

    /// <summary>Password of <see cref="Certificate"/>; null when it has none. Never logged.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Addresses of reverse proxies whose word is taken for where a request comes from; this machine always is.</summary>
    public IReadOnlyList<System.Net.IPAddress> Proxies { get; init; } = [];

    /// <summary>Name of the bureau.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Zone times are shown in. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <inheritdoc/>
    public override string ToString() => $"console at {string.Join(", ", Listen)}, {ApiTokens.Count} API tokens";
}
