namespace OpinionWatch.Crawling.Extraction.Sitemaps;

/// <summary>The fields of one entry as they are gathered; pieces of one field are joined.</summary>
internal sealed class SitemapEntry
{
    /// <summary>It names another sitemap.</summary>
    internal bool IsPart { get; init; }

    internal string? Loc { get; private set; }

    internal string? LastModified { get; private set; }

    internal string? Published { get; private set; }

    internal string? Title { get; private set; }

    /// <summary>Adds a piece of text to a field; other fields and white space are passed over.</summary>
    internal void Put(string? field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        switch (field)
        {
            case "loc":
                Loc += text;
                break;
            case "lastmod":
                LastModified += text;
                break;
            case "publication_date":
                Published += text;
                break;
            case "title":
                Title += text;
                break;
        }
    }
}
