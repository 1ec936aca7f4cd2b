using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Body of <c>acknowledge</c>.</summary>
internal sealed record AcknowledgeRequest(string? By, string? Note);

/// <summary>Body of <c>reports</c>.</summary>
internal sealed record ReportRequest(string? To, string? By, DateTimeOffset? At, string? Reference, ReportKind? Kind);

/// <summary>Body of <c>clocks/NAME/meet</c>.</summary>
internal sealed record MeetRequest(string? By, DateTimeOffset? At);

/// <summary>Body of <c>assess</c>.</summary>
internal sealed record AssessRequest(OpinionKind? Kind, string? Conclusion, string? By);

/// <summary>Body of <c>assign</c>.</summary>
internal sealed record AssignRequest(string? Section, string? Lead, IReadOnlyList<string>? People, string? By);

/// <summary>Body of <c>handle</c>.</summary>
internal sealed record HandleRequest(string? By, string? Note);

/// <summary>Body of <c>texts</c>.</summary>
internal sealed record DraftRequest(PublicTextKind? Kind, string? Text, string? By);

/// <summary>Body of <c>texts/KIND/approve</c>.</summary>
internal sealed record ApproveRequest(int? Version, string? By);

/// <summary>Body of <c>texts/KIND/publish</c>.</summary>
internal sealed record PublishRequest(int? Version, string? By, DateTimeOffset? At, string? Link);

/// <summary>Body of <c>unmerge</c>.</summary>
internal sealed record UnmergeRequest(string? By, string? Why);

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
