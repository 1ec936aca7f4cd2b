namespace OpinionWatch.Crawling.Ledger;

/// <summary>The one final state of a page that came.</summary>
public enum PageFate
{
    /// <summary>It was read; what was in it was kept.</summary>
    Read,

    /// <summary>It was the same as before.</summary>
    Same,

    /// <summary>It could not be read: a login page, an empty list, no text.</summary>
    Unreadable,
}
