using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Support;

/// <summary>Keeps what it is given and can be told to fail.</summary>
internal sealed class CollectingSink : IPageSink
{
    private readonly List<CrawledPage> _pages = [];
    private readonly List<PageChange> _changes = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called before a page is kept; what it throws the crawler sees.</summary>
    public Action<CrawledPage> Before { get; set; } = _ => { };

    /// <summary>Says which documents belong to a matter.</summary>
    public Func<Document, bool> Matches { get; set; } = _ => false;

    public IReadOnlyList<PageChange> Changes
    {
        get
        {
            lock (_pages)
            {
                return [.. _changes];
            }
        }
    }

    public int Attempts { get; private set; }

    public IReadOnlyList<CrawledPage> Pages
    {
        get
        {
            lock (_pages)
            {
                return [.. _pages];
            }
        }
    }

    public IReadOnlyList<Document> Documents => [.. Pages.SelectMany(page => page.Documents)];

    public Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        lock (_pages)
        {
            Attempts++;
            try
            {
                Before(page);
                _pages.Add(page);
            }
            finally
            {
                _arrived.TrySetResult();
                _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        return Task.FromResult(new PageReception([.. page.Documents.Where(document => Matches(document)).Select(document => document.Id)]));
    }

    public Task RecordAsync(PageChange change, CancellationToken cancellationToken)
    {
        lock (_pages)
        {
            _changes.Add(change);
        }

        return Task.CompletedTask;
    }

    public async Task UntilAsync(Func<CollectingSink, bool> met)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (true)
        {
            Task arrived;
            lock (_pages)
            {
                arrived = _arrived.Task;
            }

            if (met(this))
            {
                return;
            }

            await arrived.WaitAsync(limit.Token);
        }
    }
}
