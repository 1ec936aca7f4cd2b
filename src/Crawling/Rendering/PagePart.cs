namespace OpinionWatch.Crawling.Rendering;

/// <summary>What is done about a request a page makes.</summary>
internal enum PagePart
{
    /// <summary>It is asked for like any page of ours.</summary>
    Serve,

    /// <summary>An empty answer is given, so that scripts that wait for it go on.</summary>
    Empty,

    /// <summary>It fails, as when something blocks it.</summary>
    Refuse,
}
