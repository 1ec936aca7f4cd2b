namespace OpinionWatch.Console.Status;

/// <summary>What the service says of itself.</summary>
public interface IServiceStatus
{
    /// <summary>Lists all sources in the order of the configuration.</summary>
    IReadOnlyList<SourceStatus> ListSources();

    /// <summary>Gives the configuration in force.</summary>
    ConfigurationStatus Configuration { get; }

    /// <summary>Gives what keeps the service from crawling and keeping, and what only works in part.</summary>
    Readiness Readiness { get; }
}
