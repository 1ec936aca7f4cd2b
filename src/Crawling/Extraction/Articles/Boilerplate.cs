using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Tells what stands round an article from the article: navigation, footers, comments, related links.</summary>
internal static class Boilerplate
{
    private static readonly string[] Parts =
    [
        "comment", "relat", "recommend", "sidebar", "footer", "copyright", "breadcrumb", "crumb", "pagination", "pagebar", "disclaimer", "qrcode", "friendlink", "toolbar",
        "navbar", "navigation", "sharebar", "share-", "bdshare", "hotnews", "reply-list", "pinglun", "xiangguan", "tuijian", "dibu", "daohang", "mianbaoxie",
    ];

    private static readonly string[] Words =
        ["nav", "menu", "share", "foot", "ad", "ads", "advert", "hot", "side", "aside", "pages", "pager", "page", "location", "position", "tags", "login", "search", "links", "prev", "next", "prenext", "topbar", "weizhi", "rank", "banner"];

    private static readonly char[] Separators = [' ', '-', '_', '.'];

    /// <summary>True for an element that is no part of any article.</summary>
    internal static bool Is(PageNode node, PageTree tree)
    {
        if (node.Text is not null || node.Name is "html" or "body" or "main" or "article" or "#document" or "p" or "br")
        {
            return false;
        }

        // A name on something that holds most of the page's own words is a misnomer.
        var own = node.TextLength - node.LinkLength;
        var all = tree.Body.TextLength - tree.Body.LinkLength;
        if (own > 80 && own > all * 0.6)
        {
            return false;
        }

        return node.Name is "nav" or "footer" or "aside" or "button" or "marquee" or "dialog"
            || (node.Name == "header" && tree.Find(node, inner => inner.Name is "h1" or "h2") is null)
            || Named(node.Class) || Named(node.Id);
    }

    private static bool Named(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        foreach (var part in Parts)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var range in name.AsSpan().SplitAny(Separators))
        {
            var word = name.AsSpan(range);
            foreach (var other in Words)
            {
                if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
