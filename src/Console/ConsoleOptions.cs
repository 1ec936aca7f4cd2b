namespace OpinionWatch.Console;

/// <summary>Settings of console and API: <c>console:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Addresses to listen on. Default <c>http://127.0.0.1:8650</c>; read once, at start.</summary>
    public IReadOnlyList<string> Listen { get; init; } = ["http://127.0.0.1:8650"];

    /// <summary>Tokens that open the API; empty = nobody gets in.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    /// <summary>Name of the bureau.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Zone times are shown in. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <inheritdoc/>
    public override string ToString() => $"console at {string.Join(", ", Listen)}, {ApiTokens.Count} API tokens";
}
