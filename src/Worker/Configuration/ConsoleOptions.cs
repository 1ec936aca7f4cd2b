namespace OpinionWatch.Worker.Configuration;

/// <summary><c>console:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Where console and API listen when the file says nothing.</summary>
    public const string DefaultListen = "http://127.0.0.1:8650";

    /// <summary>Addresses to listen on, as Kestrel takes them. At least one.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [DefaultListen];

    /// <summary>Address people open, for links in mails: <c>console.address</c>, or else the first of <see cref="Listen"/> that is no wildcard; null when all are.</summary>
    public Uri? Address { get; init; }

    /// <summary>Tokens the API accepts; empty = every call that needs one is refused. Never logged.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"console at {string.Join(", ", Listen)}";
}
