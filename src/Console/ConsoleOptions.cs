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

    /// <summary>Tokens that open the API; empty = nobody gets in. Never logged.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    /// <summary>Name of the bureau.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Zone times are shown in. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <inheritdoc/>
    public override string ToString() => $"console at {string.Join(", ", Listen)}, {ApiTokens.Count} API tokens";
}
