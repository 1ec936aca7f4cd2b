namespace OpinionWatch.Crawling.Frontier;

/// <summary>Where what is known of hosts outlives the process.</summary>
public interface IHostStore
{
    /// <summary>Lists what is known.</summary>
    Task<IReadOnlyList<HostMemory>> ListHostsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps records, replacing those of the same key; one that says nothing (no hold, no robots.txt) is removed.</summary>
    Task SaveHostsAsync(IReadOnlyList<HostMemory> hosts, CancellationToken cancellationToken);
}
