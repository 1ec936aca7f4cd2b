namespace OpinionWatch.Crawling.Frontier;

/// <summary>What a page is to the frontier.</summary>
public enum PageRole
{
    /// <summary>A list page, board or feed: visited at the source's interval, never done with.</summary>
    List,

    /// <summary>An article or thread page: fetched once, done with when what was found in it is kept.</summary>
    Item,
}
