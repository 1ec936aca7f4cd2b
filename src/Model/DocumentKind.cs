namespace OpinionWatch.Model;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>An article, or a feed entry.</summary>
    Article,

    /// <summary>The first floor of a thread (主帖).</summary>
    Thread,

    /// <summary>A later floor (跟帖).</summary>
    Reply,

    /// <summary>A page watched as a whole.</summary>
    Page,
}
