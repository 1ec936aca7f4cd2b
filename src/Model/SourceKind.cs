namespace OpinionWatch.Model;

/// <summary>How a source publishes (信源类型).</summary>
public enum SourceKind
{
    /// <summary>Found out on the first visit.</summary>
    Auto,

    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>sitemaps.org index or url set.</summary>
    Sitemap,

    /// <summary>A page of links to articles.</summary>
    List,

    /// <summary>A Discuz! forum: boards, threads, floors.</summary>
    Discuz,

    /// <summary>A JSON answer read by paths.</summary>
    Json,

    /// <summary>A digital newspaper with dated addresses (数字报).</summary>
    Epaper,

    /// <summary>One page watched for change.</summary>
    Page,
}
