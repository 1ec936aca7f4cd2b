using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>A page on its way through the readers: as sent, as text, as tree.</summary>
internal sealed record PageContext(Page Page, Source Source, TimeZoneInfo Zone, string Html, string Charset, PageTree Tree)
{
    /// <summary>The canonical address.</summary>
    internal string Canonical { get; } = CanonicalUrl.Of(Page.Url);

    /// <summary>What relative links start from.</summary>
    internal Uri Base { get; } = Tree.Find(Tree.Nodes[0], node => node.Name == "base")?.Attribute("href") is { } href && Uri.TryCreate(Page.Url, href.Trim(), out var url) ? url : Page.Url;

    internal DateTimeOffset Now => Page.FetchedAt;

    /// <summary>Finds where a link leads; null when it is no http or https address.</summary>
    internal Uri? Link(PageNode node)
    {
        var href = node.Attribute("href")?.Trim();
        if (string.IsNullOrEmpty(href) || href[0] == '#' || href.Length > 4096 || href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Uri.TryCreate(Base, href, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
