using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Discuz;
using OpinionWatch.Crawling.Extraction.Html;
using OpinionWatch.Crawling.Extraction.Lists;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Extraction.Threads;

/// <summary>Reads the floors of a thread of any forum (phpwind, bars of portals, small boards) by the numbers printed on them.</summary>
internal static class ThreadReader
{
    private const double ShareInForum = 0.5;
    private const double ShareElsewhere = 0.1;
    private const double LeastSigned = 0.6;

    /// <summary>Reads them; a reading without documents when the page is no thread.</summary>
    internal static DocumentReading Read(PageContext context, ListedItem? listed)
    {
        var tree = context.Tree;
        var marks = FloorMark.List(tree);
        if (marks.Count == 0)
        {
            return new([], null, null);
        }

        var (title, titleNode) = TitleFinder.Find(tree, PageFacts.Read(tree));
        var posts = ThreadPosts.List(tree, titleNode, marks);
        if (posts.Count == 0 || IsCommentList(context, titleNode, posts))
        {
            return new([], null, null);
        }

        var counts = ThreadCounts.Find(tree, posts[0].Message);
        var headline = titleNode is null ? title : Headline(tree, titleNode);
        var documents = posts.Select(post => Document(context, post, headline ?? listed?.Title, counts)).Where(document => document.Text.Length > 0).ToArray();
        if (documents.Length == 0 || documents.Count(document => document.Author is not null && document.PublishedAt is not null) < documents.Length * LeastSigned)
        {
            // A table of buildings (1#楼, 2#楼) has numbers too, but nobody who speaks.
            return new([], null, null);
        }

        return new(documents, NextLink.Find(context), null);
    }

    /// <summary>True when the numbered boxes are readers' comments below an article: then the article stands outside them.</summary>
    private static bool IsCommentList(PageContext context, PageNode? title, IReadOnlyList<ThreadPost> posts)
    {
        var tree = context.Tree;
        var isForum = IsForum(context.Page.Url);
        if (!isForum && IsInComments(posts[0].Container))
        {
            return true;
        }

        if (BodyFinder.Find(tree, title) is not { } body || posts.Any(post => post.Container.Holds(body) || body.Holds(post.Message)))
        {
            return false;
        }

        return body.TextLength > posts.Sum(post => post.Message.TextLength) * (isForum ? ShareInForum : ShareElsewhere);
    }

    private static bool IsForum(Uri url)
    {
        foreach (var word in (ReadOnlySpan<string>)["bbs", "forum", "thread", "tid", "read.php", "club", "post", "topic", "/p/", "shequ", "luntan"])
        {
            if (url.AbsoluteUri.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInComments(PageNode container)
    {
        for (var node = container; node is not null; node = node.Parent)
        {
            if (node.Class.Contains("comment", StringComparison.OrdinalIgnoreCase) || node.Id.Contains("comment", StringComparison.OrdinalIgnoreCase) || node.Class.Contains("pinglun", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the headline without the links beside it (kind of topic, «只看楼主»).</summary>
    private static string Headline(PageTree tree, PageNode node) =>
        node.LinkShare is > 0 and < 1 ? BlockText.Of(tree, node, inner => inner.Name == "a").Replace('\n', ' ').Trim() : tree.Line(node);

    private static Document Document(PageContext context, ThreadPost post, string? title, (int? Replies, int? Views) counts)
    {
        var reading = new ThreadPostReader(context, post);
        return Documents.Complete(
            new Document
            {
                Id = Documents.Id(context.Canonical, post.Floor.ToString()),
                Url = context.Page.Url.AbsoluteUri,
                CanonicalUrl = context.Canonical,
                Title = title,
                Text = reading.Text(),
                Author = reading.Author(),
                PublishedAt = reading.PublishedAt(),
                Kind = post.Floor == 1 ? DocumentKind.Thread : DocumentKind.Reply,
                Floor = post.Floor,
                Replies = counts.Replies,
                Views = counts.Views,
            },
            context.Page,
            context.Source,
            context.Charset);
    }
}
