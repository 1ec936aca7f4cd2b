using OpinionWatch.Crawling.Extraction.Addresses;
using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Reads the floors of a Discuz! thread page.</summary>
internal static class DiscuzThreadReader
{
    private const int DefaultPostsPerPage = 10;

    /// <summary>Reads them; a reading without documents and fault when the page is no thread.</summary>
    internal static DocumentReading Read(PageContext context, ListedItem? listed)
    {
        var posts = DiscuzPosts.List(context.Tree);
        if (posts.Count == 0)
        {
            return DiscuzArchiver.Read(context, listed);
        }

        var address = DiscuzAddress.Find(context.Page.Url);
        var thread = address is { IsThread: true } ? CanonicalUrl.Of(new Uri(context.Page.Url, (address with { Page = 1 }).CanonicalPath())) : context.Canonical;
        var page = PageShown(context, address);
        var title = Title(context) ?? listed?.Title;
        var counts = ThreadCounts.Find(context.Tree, posts[0].Message);
        var documents = new List<Document>();
        var floor = page == 1 ? 0 : (page - 1) * DefaultPostsPerPage;
        var hidden = 0;
        foreach (var post in posts)
        {
            var reading = new DiscuzPostReader(context, post);
            floor = reading.Floor() ?? floor + 1;
            if (reading.IsHidden)
            {
                hidden++;
                continue;
            }

            documents.Add(Documents.Complete(
                new Document
                {
                    Id = Documents.Id(thread, floor == 1 || post.Number is null ? floor.ToString() : "pid" + post.Number),
                    Url = new Uri(context.Page.Url, context.Page.Url.PathAndQuery).AbsoluteUri + (post.Number is null || floor == 1 ? "" : "#pid" + post.Number),
                    CanonicalUrl = thread,
                    Title = title,
                    Text = reading.Text(),
                    Author = reading.Author() ?? (floor == 1 ? listed?.Author : null),
                    PublishedAt = reading.PublishedAt() ?? (floor == 1 ? listed?.PublishedAt : null),
                    UpdatedAt = reading.UpdatedAt(),
                    Kind = floor == 1 ? DocumentKind.Thread : DocumentKind.Reply,
                    Floor = floor,
                    Replies = counts.Replies ?? listed?.Replies,
                    Views = counts.Views ?? listed?.Views,
                },
                context.Page,
                context.Source,
                context.Charset));
        }

        return new(documents, NextPage(context, address, page), documents.Count == 0 && hidden > 0 ? "帖子内容已被屏蔽" : null);
    }

    private static string? Title(PageContext context)
    {
        var tree = context.Tree;
        var node = tree.Find(tree.Body, at => at.Id == "thread_subject")
            ?? tree.Find(tree.Body, at => at.Name == "h1" && (at.HasClass("ts") || at.Parent is { Id: "threadtitle" }) && at.TextLength > 0)
            ?? tree.Find(tree.Body, at => at.Name == "h2" && at.TextLength > 0 && (at.Parent?.HasClass("postlist") == true || at.Parent?.HasClass("view_tit") == true))
            ?? tree.Find(tree.Body, at => at.HasClass("view_tit") && at.TextLength > 0);
        return node is null ? TitleFinder.FromHead(tree) : Headline(tree, node);
    }

    /// <summary>Gives the headline without what stands beside it in some templates: the kind of topic («[求助]») and «只看该作者».</summary>
    private static string Headline(PageTree tree, PageNode node)
    {
        var line = BlockText.Of(tree, node, inner => inner.Name is "a" && node.Name != "a" && node.LinkShare < 1 || inner.Name is "em" or "small").Replace('\n', ' ').Trim();
        line = line.Length == 0 ? tree.Line(node) : line;
        var head = TitleFinder.FromHead(tree);
        return line[0] == '[' && head is not null && head[0] != '[' && line.IndexOf(']') is > 0 and < 14 and var end && line[(end + 1)..].Trim() is { Length: > 0 } bare ? bare : line;
    }

    /// <summary>Gives the page number; a redirect to the last post lands on a page that only its pager names.</summary>
    private static int PageShown(PageContext context, DiscuzAddress? address)
    {
        if (address is { Page: > 1 })
        {
            return address.Page;
        }

        var pager = context.Tree.Find(context.Tree.Body, node => node.HasClass("pg") || node.HasClass("pages"));
        var current = pager is null ? null : context.Tree.Find(pager, node => node.Name == "strong");
        return current is not null && Documents.Count(context.Tree.Line(current)) is { } page and > 1 ? page : 1;
    }

    /// <summary>Takes the pager's link only when it leads on in this thread: «next» may also mean the next thread.</summary>
    private static Uri? NextPage(PageContext context, DiscuzAddress? address, int page) =>
        NextLink.Find(context) is { } next && (DiscuzAddress.Find(next) is not { } to || (to.IsThread && (address is null || to.Id == address.Id) && to.Page > page)) ? next : null;
}
