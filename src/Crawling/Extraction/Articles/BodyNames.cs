using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Articles;

/// <summary>Ids and class names that say «here is the article» on their own, and such as only hint at it.</summary>
internal static class BodyNames
{
    /// <summary>Names content systems and large sites give the part that holds the text, lower case.</summary>
    private static readonly HashSet<string> Sure = new(StringComparer.OrdinalIgnoreCase)
    {
        "js_content", "rich_media_content", "ucap-content", "pages_content", "zoom", "ozoom", "fontzoom", "artibody", "endtext", "trs_editor", "trs_editor_view", "trs_uneditor", "trs_paper_preview",
        "custom_unionstyle", "v_news_content", "vsb_content", "wp_articlecontent", "article_content", "articlecontent", "article-content", "artical_main", "content_views", "mp-editor", "rwb_zw", "p-detail",
        "detailcontent", "detail-content", "detail_content", "post_body", "post-body", "post_text", "entry-content", "entry_content", "news_txt", "txt_con", "content-article", "cnt-main-article-qq", "chan_newsdetail",
        "text_content", "text-content", "con_text", "news_content", "news-content", "newscontent", "newstext", "news_text", "contenttext", "bt_content", "articlebody", "article-body", "article_body", "articletext",
        "article_text", "post-richtext", "xl-content", "xl_content", "xxgk-content", "ivs_content", "info_content", "artcon", "art_content", "art-content", "art_con", "zw_content", "zhengwen", "nr_con", "newsnr",
        "story-body", "articledetail", "tt-article-content", "htmledit_views", "topic-richtext", "art_p", "content-text", "main_content", "box_con", "rm_txt_con", "view_con", "content_text",
    };

    private static readonly string[] Hints = ["content", "article", "zhengwen", "detail", "news_text", "newstext", "cententwrap", "maintext", "main-text", "richtext"];

    /// <summary>True when a name on the element is one that stands on nothing but an article's text.</summary>
    internal static bool IsSure(PageNode node) =>
        node.Attribute("itemprop") is "articleBody" || node.Name is "founder-content" || (node.Id.Length > 0 && Sure.Contains(node.Id)) || (node.Class.Length > 3 && HasSure(node.Class));

    /// <summary>True when an id alone says it.</summary>
    internal static bool IsSureId(string id) => Sure.Contains(id);

    /// <summary>True when a name on the element is common round articles, and elsewhere too.</summary>
    internal static bool IsHint(PageNode node) => node.Name == "article" || Says(node.Class) || Says(node.Id);

    private static bool HasSure(string names)
    {
        var lookup = Sure.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in names.AsSpan().Split(' '))
        {
            if (lookup.Contains(names.AsSpan(range)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(string name)
    {
        if (name.Length < 6)
        {
            return false;
        }

        foreach (var hint in Hints)
        {
            if (name.Contains(hint, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
