namespace OpinionWatch.Crawling.Frontier;

/// <summary>What a page is to the frontier.</summary>
public enum PageRole
{
    /// <summary>A list page, board or feed: visited at the source's interval, never done with.</summary>
    List,

    /// <summary>An article or thread page: fetched once, done with when what was found in it is kept.</summary>
    Item,

    /// <summary>A page with a document that belongs to a matter: looked at again for replies, edits and deletion, ever less often.</summary>
    Watched,
}
