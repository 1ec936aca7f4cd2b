namespace OpinionWatch.Crawling.Frontier;

/// <summary>What is remembered of a part of a sitemap index, besides what is of any list.</summary>
public sealed record SitemapPart
{
    /// <summary>Name of the index that named it last.</summary>
    public required string Parent { get; init; }

    /// <summary>Readings of that index in a row that did not name it.</summary>
    public int Unnamed { get; init; }

    /// <summary>It was there when the index was read for the first time: what it names then is an archive, no news.</summary>
    public bool IsArchive { get; init; }

    /// <summary>Entries of it that were fetched when it was read for the first time.</summary>
    public int Released { get; init; }
}
