namespace OpinionWatch.Crawling.Health;

/// <summary>Whether a source is seen.</summary>
public enum SourceState
{
    /// <summary>Its lists are read.</summary>
    Seeing,

    /// <summary>Nothing was seen of it: several times in a row, never yet, or for far longer than its interval; or its site forbids it.</summary>
    Blind,

    /// <summary>It is switched off, or the crawler is held.</summary>
    Paused,
}
