namespace OpinionWatch.TestKit.Farm;

/// <summary>A thread of a <see cref="ForumSite"/>. Guarded by the site.</summary>
public sealed class ForumThread(int id, string title)
{
    public int Id { get; } = id;

    public string Title { get; } = title;

    public List<ForumPost> Posts { get; } = [];

    /// <summary>The forum says that it does not exist.</summary>
    public bool Deleted { get; set; }
}
