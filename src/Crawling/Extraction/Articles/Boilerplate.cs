using System.Buffers;
using System.Collections.Frozen;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Tells what stands round an article from the article: navigation, footers, comments, related links.</summary>
internal static class Boilerplate
{
    private static readonly SearchValues<string> Parts = SearchValues.Create(
    [
        "comment", "relat", "recommend", "sidebar", "footer", "copyright", "breadcrumb", "crumb", "pagination", "pagebar", "disclaimer", "qrcode", "friendlink", "toolbar",
        "navbar", "navigation", "sharebar", "share-", "bdshare", "hotnews", "hotlist", "hot-list", "hot_list", "reply-list", "pinglun", "xiangguan", "tuijian", "dibu", "daohang", "mianbaoxie", "cmnt", "cmt-", "statement", "shengming", "shenming",
        "mianze", "ewm", "erweima", "guess", "relnews", "readmore", "nextpage", "next-page", "prevnext", "post-nav", "topshare", "btmshare", "fenxiang", "dianzan", "zan-wap", "keywords", "article-edit", "articleedit", "ep-source",
        "backtop", "subscribe", "download-app", "openapp", "open-app", "app-down", "copyinfo", "follow-btn", "sign-box", "signature", "p-tags", "tagbox", "tag-list", "post-tags", "article-tag", "popup", "toolbox",
    ],
    StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["nav", "menu", "share", "foot", "ad", "ads", "advert", "hot", "side", "aside", "pages", "pager", "page", "location", "position", "tags", "login", "search", "links", "prev", "next", "prenext", "topbar", "weizhi", "rank", "banner", "hidden", "hide", "bottom", "qr", "fx", "jiathis", "bshare", "gg", "aboutus", "follow", "tool", "tools", "tie", "sns", "bread", "crumbs", "dqwz", "place", "here", "more", "recom", "rec", "tj"],
        StringComparer.OrdinalIgnoreCase);

    private const int LeastSection = 12;
    private const int LongestHeading = 10;
    private const int NodesToHeading = 12;
    private static readonly char[] Separators = [' ', '-', '_', '.'];

    /// <summary>True for an element that is no part of any article.</summary>
    internal static bool Is(PageNode node, PageTree tree) => node.IsBoilerplate ??= Judge(node, tree);

    private static bool Judge(PageNode node, PageTree tree)
    {
        if (node.Text is not null || node.Name is "html" or "body" or "main" or "article" or "#document" or "p" or "br")
        {
            return false;
        }

        if (BodyNames.IsSure(node))
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
            || ((Named(node.Class) || Named(node.Id)) && !HoldsArticle(node, tree)) || IsSection(node, tree);
    }

    /// <summary>True when the headline or the body stands inside: «page» and «bottom» are names of wrappers too.</summary>
    private static bool HoldsArticle(PageNode node, PageTree tree) =>
        tree.Find(node, inner => (inner.Name == "h1" && inner.TextLength > 3 && inner.LinkShare < 0.5) || (inner.Id.Length > 3 && BodyNames.IsSureId(inner.Id)) || inner.Attribute("itemprop") is "articleBody") is not null;

    /// <summary>True for a part that begins with the heading of what follows an article: comments, related reading.</summary>
    private static bool IsSection(PageNode node, PageTree tree)
    {
        if (node.TextLength < LeastSection || !BlockText.IsBlock(node.Name) || node.Name is "td" or "tr" or "tbody")
        {
            return false;
        }

        for (var i = node.Index + 1; i < node.End && i < node.Index + NodesToHeading; i++)
        {
            if (tree.Nodes[i] is { Text: { } text, TextLength: > 0 and var length })
            {
                return length <= LongestHeading && PageLines.IsSection(text.AsSpan().Trim());
            }
        }

        return false;
    }

    private static bool Named(string name)
    {
        if (name.Length < 2)
        {
            return false;
        }

        if (name.AsSpan().ContainsAny(Parts))
        {
            return true;
        }

        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in name.AsSpan().SplitAny(Separators))
        {
            if (words.Contains(name.AsSpan(range)))
            {
                return true;
            }
        }

        return false;
    }
}
