namespace OpinionWatch.Crawling.Revisits;

/// <summary>A document that belongs to a matter, as it was when it was last seen.</summary>
internal sealed record MatchedDocument
{
    /// <summary>Longest text remembered; what is beyond is not compared.</summary>
    public const int MostText = 16 * 1024;

    /// <summary>The document.</summary>
    public required string Id { get; init; }

    /// <summary>The page it stands on.</summary>
    public required string Page { get; init; }

    /// <summary>Its headline and text, so that an edit can be told by its difference.</summary>
    public required string Text { get; init; }

    /// <summary>Readings of its page in a row that did not show it.</summary>
    public int Missing { get; init; }

    /// <summary>Its removal was recorded.</summary>
    public bool Gone { get; init; }

    /// <summary>Edits of the same few lines in a row.</summary>
    public int Edits { get; init; }

    /// <summary>Looks in a row that found nothing changed.</summary>
    public int Calm { get; init; }

    /// <summary>Names of the lines those edits took out or put in: a page that changes by itself changes these.</summary>
    public IReadOnlyList<string> Rotating { get; init; } = [];
}
