using OpinionWatch.Crawling.Extraction.Html;

namespace OpinionWatch.Crawling.Extraction.Discuz;

/// <summary>Finds the floors of a thread page in the templates of Discuz! 7 to X5 and of mobile phones.</summary>
internal static class DiscuzPosts
{
    private const int MaxClimb = 10;

    internal static IReadOnlyList<DiscuzPost> List(PageTree tree)
    {
        var posts = new List<DiscuzPost>();
        foreach (var node in tree.Nodes)
        {
            if (node.Id.Length > 3 && DiscuzMarks.PostNumber(node) is { } number && (posts.Count == 0 || !posts[^1].Container.Holds(node)) && Message(tree, node) is { } message)
            {
                posts.Add(new(number, node, message));
            }
        }

        return posts.Count > 0 ? posts : Loose(tree) is { Count: > 0 } loose ? loose : Plain(tree);
    }

    private static PageNode? Message(PageTree tree, PageNode post) =>
        tree.Find(post, node => DiscuzMarks.NumberAfter(node.Id, DiscuzMarks.Message) is not null)
        ?? tree.Find(post, node => node.HasClass("t_f") || node.HasClass("t_msgfont") || node.HasClass("message") || node.HasClass("postmessage"))
        ?? tree.Find(post, node => node.HasClass("locked"));

    /// <summary>Lists the boxes of the oldest touch template, which prints no numbers in its ids.</summary>
    private static List<DiscuzPost> Plain(PageTree tree)
    {
        var posts = new List<DiscuzPost>();
        foreach (var node in tree.Nodes)
        {
            if (node.HasClass("plc") && (posts.Count == 0 || !posts[^1].Container.Holds(node)) && tree.Find(node, inner => inner.HasClass("authi")) is not null && tree.Find(node, inner => inner.HasClass("message")) is { } message)
            {
                posts.Add(new(null, node, message));
            }
        }

        return posts;
    }

    /// <summary>Lists messages without a numbered container; theirs is the largest part of the page that holds no other message.</summary>
    private static List<DiscuzPost> Loose(PageTree tree)
    {
        var messages = tree.Nodes.Where(node => DiscuzMarks.NumberAfter(node.Id, DiscuzMarks.Message) is not null).ToArray();
        var posts = new List<DiscuzPost>();
        for (var i = 0; i < messages.Length; i++)
        {
            var container = messages[i];
            for (var climbed = 0; climbed < MaxClimb && container.Parent is { Name: not ("body" or "#document") } parent; climbed++)
            {
                if ((i > 0 && parent.Holds(messages[i - 1])) || (i + 1 < messages.Length && parent.Holds(messages[i + 1])))
                {
                    break;
                }

                container = parent;
            }

            posts.Add(new(DiscuzMarks.NumberAfter(messages[i].Id, DiscuzMarks.Message), container, messages[i]));
        }

        return posts;
    }
}
