namespace OpinionWatch.Worker.Demo;

/// <summary>The demo's three sites and what is published on them when.</summary>
internal sealed class DemoTown : IAsyncDisposable
{
    private readonly Dictionary<SampleKind, SampleSite> _sites = [];
    private readonly TimeProvider _time;
    private int _next = 1000;

    private DemoTown(TimeProvider time) => _time = time;

    public IEnumerable<SampleSite> Sites => _sites.Values;

    public static async Task<DemoTown> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var town = new DemoTown(time);
        foreach (var (kind, name, charset) in new[] { (SampleKind.Forum, "示例论坛", "gbk"), (SampleKind.News, "示例新闻网", "utf-8"), (SampleKind.Feed, "示例日报", "utf-8") })
        {
            town._sites[kind] = await SampleSite.StartAsync(kind, name, charset, cancellationToken);
        }

        return town;
    }

    /// <summary>Publishes one post now.</summary>
    public SamplePost Publish((SampleKind Kind, string Title, string Text, string Author) draft)
    {
        var post = new SamplePost(_next++, draft.Title, draft.Text, draft.Author, _time.GetUtcNow());
        _sites[draft.Kind].Publish(post);
        return post;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites.Values)
        {
            await site.DisposeAsync();
        }
    }
}
