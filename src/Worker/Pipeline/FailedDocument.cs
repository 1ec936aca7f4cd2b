using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>A document nobody could judge.</summary>
internal sealed record FailedDocument
{
    /// <summary>The document.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands; null when a person reported it.</summary>
    public string? Url { get; init; }

    /// <summary>Its source.</summary>
    public string? Site { get; init; }

    /// <summary>When it failed first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Where its page is kept; null when it has none or it could not be kept.</summary>
    public string? Evidence { get; init; }

    /// <summary>When it was recorded, which is where the store finds it; null when not even that could be done.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried again; null when it is not, until a restart or a new configuration.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Gives what is known of a document by name; it was not tried yet.</summary>
    public static FailedDocument Of(Document document, string? evidence, DateTimeOffset? recordedAt, DateTimeOffset since) =>
        new() { Id = document.Id, Url = document.Url, Site = document.Site, Since = since, Evidence = evidence, RecordedAt = recordedAt };
}
