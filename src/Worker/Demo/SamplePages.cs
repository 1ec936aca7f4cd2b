using System.Globalization;
using System.Text;

namespace OpinionWatch.Worker.Demo;

/// <summary>Renders the pages of the sample sites: invented posts in the mark-up that real sites of each kind have.</summary>
internal static class SamplePages
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static string NewsList(string site, string charset, IEnumerable<SamplePost> newestFirst)
    {
        var page = Head($"新闻列表_{site}", charset)
            .Append("<div class=\"header\"><ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/about.html\">关于我们</a></li></ul></div><div class=\"main\"><ul class=\"news-list\">");
        foreach (var post in newestFirst)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/news/{post.Id}.html\" target=\"_blank\">{Encode(post.Title)}</a><span class=\"date\">{Time(post, "yyyy-MM-dd HH:mm")}</span></li>\n");
        }

        return page.Append("</ul></div><div class=\"footer\">版权所有 示例网站 仅供演示</div></body></html>").ToString();
    }

    public static string Article(string site, string charset, SamplePost post)
    {
        var page = Head($"{post.Title}_{site}", charset)
            .Append("<div class=\"header\"><ul class=\"nav\"><li><a href=\"/\">首页</a></li></ul></div><div class=\"article\"><h1>")
            .Append(Encode(post.Title))
            .Append(CultureInfo.InvariantCulture, $"</h1><div class=\"info\"><span>{Time(post, "yyyy-MM-dd HH:mm:ss")}</span> <span>来源：{Encode(site)}</span> <span>作者：{Encode(post.Author)}</span></div><div class=\"content\" id=\"content\">");
        AppendParagraphs(page, post.Text);
        return page.Append("</div></div><div class=\"footer\">版权所有 示例网站 仅供演示</div></body></html>").ToString();
    }

    public static string Feed(string site, string charset, Uri root, IEnumerable<SamplePost> newestFirst)
    {
        var feed = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"{charset}\"?>\n<rss version=\"2.0\"><channel><title>{Encode(site)}</title><link>{root}</link><description>{Encode(site)}</description>\n");
        foreach (var post in newestFirst)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{Encode(post.Title)}</title><link>{new Uri(root, $"/news/{post.Id}.html")}</link><guid>{post.Id}</guid><pubDate>{Time(post, "ddd, dd MMM yyyy HH:mm:ss")} +0800</pubDate><description>{Encode(post.Text[..Math.Min(60, post.Text.Length)])}</description></item>\n");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    public static string Board(string site, string charset, IEnumerable<SamplePost> newestFirst)
    {
        var page = Head($"百姓呼声 - {site} - Powered by Discuz!", charset)
            .Append("<meta name=\"generator\" content=\"Discuz! X3.4\" /><div id=\"wp\" class=\"wp\"><div id=\"threadlist\" class=\"tl bm bmw\"><table summary=\"forum_2\" id=\"threadlisttableid\" cellspacing=\"0\" cellpadding=\"0\">\n");
        foreach (var post in newestFirst)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tbody id="normalthread_{post.Id}"><tr><td class="icn"><a href="thread-{post.Id}-1-1.html"></a></td>
                <th class="new"><a href="thread-{post.Id}-1-1.html" onclick="atarget(this)" class="s xst">{Encode(post.Title)}</a></th>
                <td class="by"><cite><a href="space-uid-1{post.Id}.html" c="1">{Encode(post.Author)}</a></cite><em><span>{Time(post, "yyyy-M-d")}</span></em></td>
                <td class="num"><a href="thread-{post.Id}-1-1.html" class="xi2">0</a><em>21</em></td>
                <td class="by"><cite>{Encode(post.Author)}</cite><em><a href="forum.php?mod=redirect&amp;tid={post.Id}&amp;goto=lastpost#lastpost">{Time(post, "yyyy-M-d HH:mm")}</a></em></td></tr></tbody>

                """);
        }

        return page.Append("</table></div></div></body></html>").ToString();
    }

    public static string Thread(string site, string charset, SamplePost post)
    {
        var page = Head($"{post.Title} - 百姓呼声 - {site} - Powered by Discuz!", charset)
            .Append("<meta name=\"generator\" content=\"Discuz! X3.4\" />")
            .Append(CultureInfo.InvariantCulture, $"""
                <div id="postlist" class="pl bm"><table cellspacing="0" cellpadding="0"><tr><td class="pls ptn pbn"><div class="hm ptn"><span class="xg1">查看:</span> <span class="xi1">21</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">0</span></div></td>
                <td class="plc ptm pbn vwthd"><h1 class="ts"><span id="thread_subject">{Encode(post.Title)}</span></h1></td></tr></table>
                <div id="post_{post.Id}01"><table id="pid{post.Id}01" class="plhin" cellspacing="0" cellpadding="0"><tr><td class="pls" rowspan="2"><div class="authi"><a href="space-uid-1{post.Id}.html" class="xw1">{Encode(post.Author)}</a></div></td>
                <td class="plc"><div class="pi"><strong><a href="thread-{post.Id}-1-1.html" id="postnum{post.Id}01"><em>1</em><sup>#</sup></a></strong><div class="pti"><div class="authi"><a href="space-uid-1{post.Id}.html" class="xi2">楼主</a> <em id="authorposton{post.Id}01">发表于 {Time(post, "yyyy-M-d HH:mm:ss")}</em></div></div></div>
                <div class="pct"><div class="pcb"><div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_{post.Id}01">
                """);
        page.Append(Encode(post.Text).Replace("\n", "<br />\n", StringComparison.Ordinal));
        return page.Append("</td></tr></table></div></div></div></td></tr></table></div></div></body></html>").ToString();
    }

    private static StringBuilder Head(string title, string charset) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\" /><title>{Encode(title)}</title></head><body>\n");

    private static void AppendParagraphs(StringBuilder page, string text)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            page.Append("<p>　　").Append(Encode(paragraph)).Append("</p>\n");
        }
    }

    private static string Time(SamplePost post, string format) => post.PublishedAt.ToOffset(Zone).ToString(format, CultureInfo.InvariantCulture);

    // Not WebUtility's numeric references for Chinese: the sites being sampled send the characters themselves.
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
