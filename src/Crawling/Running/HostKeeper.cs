using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Robots;

namespace OpinionWatch.Crawling.Running;

/// <summary>Keeps what is known of hosts across restarts: a host that asked for a pause has it, robots.txt is not asked for again, and the first request after a start waits like any other.</summary>
internal sealed class HostKeeper(IHostStore store, HostTurns turns, RobotsCache robots, TimeProvider time)
{
    /// <summary>Takes over what was kept.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var hosts = await store.ListHostsAsync(cancellationToken);
        turns.Load(hosts);
        robots.Load(hosts);
        await DropAsync(hosts, cancellationToken);
    }

    /// <summary>Drops what says nothing any more: a hold that is over, a robots.txt older than its day. Hosts met once would be kept for ever.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken) => await DropAsync(await store.ListHostsAsync(cancellationToken), cancellationToken);

    /// <summary>Keeps what is new; cheap when nothing is.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (!turns.HasUnsaved && !robots.HasUnsaved)
        {
            return;
        }

        IReadOnlyList<HostMemory> unsaved = [.. turns.TakeUnsaved(), .. robots.TakeUnsaved()];
        var saved = false;
        try
        {
            await store.SaveHostsAsync(unsaved, cancellationToken);
            saved = true;
        }
        finally
        {
            if (!saved)
            {
                turns.PutBack(unsaved);
                robots.PutBack(unsaved);
            }
        }
    }

    private async Task DropAsync(IReadOnlyList<HostMemory> hosts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<HostMemory> over = [.. hosts.Where(host => !(host.HeldUntil > now) && !(now - host.Robots?.AskedAt < RobotsCache.KeptFor)).Select(host => new HostMemory { Key = host.Key })];
        if (over.Count > 0)
        {
            await store.SaveHostsAsync(over, cancellationToken);
        }
    }
}
