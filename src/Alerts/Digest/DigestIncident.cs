using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>One incident in a digest.</summary>
public sealed record DigestIncident
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its level.</summary>
    public required Level Level { get; init; }

    /// <summary>The level's name.</summary>
    public required string LevelName { get; init; }

    /// <summary>The matter.</summary>
    public required string Title { get; init; }

    /// <summary>Places and topics in one line.</summary>
    public required string Where { get; init; }

    /// <summary>When it was detected and first published, in words.</summary>
    public required string When { get; init; }

    /// <summary>Name of the first source.</summary>
    public required string Source { get; init; }

    /// <summary>Address of the first document; null when it has none.</summary>
    public required string? Url { get; init; }

    /// <summary>Its page in the console; null when the console is not linked.</summary>
    public required string? ConsoleUrl { get; init; }

    /// <summary>How many documents and sources.</summary>
    public required string Spread { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public required string State { get; init; }

    /// <summary>Its clocks, a line each; a missed one begins with 超时.</summary>
    public required IReadOnlyList<DigestClock> Clocks { get; init; }
}
