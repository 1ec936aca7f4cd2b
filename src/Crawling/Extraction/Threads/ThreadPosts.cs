using OpinionWatch.Crawling.Extraction.Articles;
using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Threads;

/// <summary>Finds the floors of a forum of any make: boxes of one kind in a row, each with a floor's number in it.</summary>
internal static class ThreadPosts
{
    private const int MaxClimb = 16;
    private static readonly string[] Messages =
        ["d_post_content", "bbs-content", "editor_content", "post_content", "post-content", "postcontent", "post_message", "message", "tpc_content", "f14", "reply_content", "reply-content", "replycontent", "post-body", "post_body", "cooked", "markdown", "content", "text", "detail"];

    /// <summary>Lists them; empty when the page is no thread.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The element that shows the headline; null when unknown.</param>
    /// <param name="marks">The page's floor marks.</param>
    internal static IReadOnlyList<ThreadPost> List(PageTree tree, PageNode? title, IReadOnlyList<FloorMark> marks)
    {
        var groups = marks.GroupBy(mark => mark.Node.Name + "." + mark.Node.Class).OrderByDescending(group => group.Count());
        foreach (var group in groups.Take(4))
        {
            var posts = Read(tree, title, Rising(group));
            if (posts.Count >= 2 || (posts.Count == 1 && posts[0].Floor == 1 && marks.Count == 1 && IsForum(tree)))
            {
                return posts;
            }
        }

        return [];
    }

    /// <summary>Takes the longest run of marks whose numbers rise; a pinned or recommended floor breaks the order and is passed by.</summary>
    private static List<FloorMark> Rising(IEnumerable<FloorMark> marks)
    {
        var run = new List<FloorMark>();
        foreach (var mark in marks)
        {
            if (run.Count == 0 || mark.Number >= run[^1].Number)
            {
                run.Add(mark);
            }
        }

        return run;
    }

    private static List<ThreadPost> Read(PageTree tree, PageNode? title, List<FloorMark> marks)
    {
        var posts = new List<ThreadPost>();
        var shift = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            var container = Container(marks, i);
            if (Message(tree, container, marks[i]) is not { } message)
            {
                continue;
            }

            if (posts.Count == 0 && marks[i].Number <= 2 && !container.Holds(message))
            {
                continue;
            }

            // Some forums count 楼主, 沙发, 板凳, 地板, 4楼: the first number after the names is behind by one.
            shift += posts.Count > 0 && marks[i].Number + shift == posts[^1].Floor ? 1 : 0;
            posts.Add(new(marks[i].Number + shift, container, message));
        }

        return Opening(tree, title, posts) is { } opening ? WithOpening(opening, posts) : posts;
    }

    private static PageNode Container(List<FloorMark> marks, int i)
    {
        var container = marks[i].Node;
        for (var climbed = 0; climbed < MaxClimb && container.Parent is { Name: not ("body" or "html" or "#document") } parent; climbed++)
        {
            if ((i > 0 && parent.Holds(marks[i - 1].Node)) || (i + 1 < marks.Count && parent.Holds(marks[i + 1].Node)))
            {
                break;
            }

            container = parent;
        }

        return container;
    }

    /// <summary>Finds the first post when it has no number of its own: the message before the first numbered box, named as theirs are.</summary>
    private static ThreadPost? Opening(PageTree tree, PageNode? title, List<ThreadPost> posts)
    {
        if (posts.Count < 1 || posts[0].Floor > 2 || posts[0].Message.Class.Length == 0)
        {
            return null;
        }

        var name = posts[0].Message.Class.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        var message = tree.Find(tree.Body, node => node.Index < posts[0].Container.Index && node.HasClass(name) && node.TextLength > 0);
        if (message is null || posts.Any(post => post.Container.Holds(message)))
        {
            return null;
        }

        var container = message;
        while (container.Parent is { Name: not ("body" or "html" or "#document") } parent && !parent.Holds(posts[0].Container))
        {
            container = parent;
        }

        // Author and time may stand in a head of their own above the list.
        while (title is not null && !container.Holds(title) && container.Parent is { } outer && outer.Name is not ("html" or "#document") && title.Index < message.Index)
        {
            container = outer;
        }

        return new(1, container, message);
    }

    private static List<ThreadPost> WithOpening(ThreadPost opening, List<ThreadPost> posts)
    {
        var shift = posts[0].Floor == 1 ? 1 : 0;
        return [opening, .. posts.Select(post => post with { Floor = post.Floor + shift })];
    }

    /// <summary>Finds the part with the text: by its name, else the block with most text of its own.</summary>
    private static PageNode? Message(PageTree tree, PageNode container, FloorMark mark)
    {
        foreach (var name in Messages)
        {
            var found = tree.Find(container, node => node.TextLength > 0 && !node.Holds(mark.Node) && !ReferenceEquals(node, container) && (node.HasClass(name) || (name.Length > 6 && node.Id.StartsWith(name, StringComparison.Ordinal))));
            if (found is not null)
            {
                return found;
            }
        }

        PageNode? best = null;
        var most = 0;
        foreach (var node in tree.Inside(container))
        {
            if (node.Text is null && BlockText.IsBlock(node.Name) && !node.Holds(mark.Node) && node.LinkShare < 0.4 && node.TextLength - node.LinkLength > most && !Boilerplate.Is(node, tree))
            {
                (best, most) = (node, node.TextLength - node.LinkLength);
            }
        }

        return best;
    }

    private static bool IsForum(PageTree tree) =>
        tree.Find(tree.Nodes[0], node => node.Name == "meta" && node.Attribute("content") is { } content && (content.Contains("phpwind", StringComparison.OrdinalIgnoreCase) || content.Contains("Discuz", StringComparison.OrdinalIgnoreCase))) is not null;
}
