using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Body of <c>acknowledge</c>.</summary>
internal sealed record AcknowledgeRequest(string? By, string? Note);

/// <summary>Body of <c>reports</c>.</summary>
internal sealed record ReportRequest(string? To, string? By, DateTimeOffset? At, string? Reference);

/// <summary>Body of <c>level</c>.</summary>
internal sealed record LevelRequest(Level? Level, string? By, string? Why);

/// <summary>Body of <c>close</c>.</summary>
internal sealed record CloseRequest(string? By, string? Outcome);

/// <summary>Body of <c>dismiss</c>.</summary>
internal sealed record DismissRequest(string? By, string? Why);

/// <summary>Body of <c>merge</c>.</summary>
internal sealed record MergeRequest(string? With, string? By);

/// <summary>Body of <c>split</c>.</summary>
internal sealed record SplitRequest(IReadOnlyList<string>? Documents, string? By);

/// <summary>Body of <c>POST /api/documents</c>: the <c>document</c> shape with nothing required but a title or a text.</summary>
internal sealed record DocumentRequest(
    string? Id,
    string? Url,
    string? Site,
    SourceTier? Tier,
    string? Region,
    string? Title,
    string? Text,
    string? Author,
    DateTimeOffset? PublishedAt,
    DocumentKind? Kind);
