namespace OpinionWatch.Console.Status;

/// <summary>What the service says of itself.</summary>
public interface IServiceStatus
{
    /// <summary>Lists all sources in the order of the configuration.</summary>
    IReadOnlyList<SourceStatus> ListSources();

    /// <summary>Gives the configuration in force.</summary>
    ConfigurationStatus Configuration { get; }

    /// <summary>Looks at what keeps the service from crawling and keeping, and at what only works in part.</summary>
    Task<Readiness> LookAsync(CancellationToken cancellationToken);
}
