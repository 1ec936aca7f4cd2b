using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration;

/// <summary>What came of reading a configuration folder.</summary>
/// <param name="Configuration">The configuration; null when any fault is an error.</param>
/// <param name="Faults">All faults of all files, by file, line and column.</param>
public sealed record ConfigurationReading(WatchConfiguration? Configuration, IReadOnlyList<ConfigurationFault> Faults)
{
    /// <summary>Full path of the data folder, also when the configuration was refused.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Files outside the configuration folder that <c>${file:PATH}</c> named; a change of one of them is a change of the configuration.</summary>
    public IReadOnlyList<string> SecretFiles { get; init; } = [];

    /// <summary>Where contacts and rosters stand, by their ids.</summary>
    internal IReadOnlyDictionary<string, Place> Defined { get; init; } = new Dictionary<string, Place>();
}
