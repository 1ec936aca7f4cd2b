namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Gathers the faults of one reading; stops at a thousand, so that a file of rubbish does not fill the log.</summary>
internal sealed class FaultList
{
    private const int Most = 1000;

    private readonly List<ConfigurationFault> _faults = [];
    private readonly HashSet<ConfigurationFault> _known = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>True when the configuration must be refused.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Notes an error. An error is never dropped without <see cref="HasErrors"/> being set.</summary>
    public void Error(Place place, string message)
    {
        HasErrors = true;
        _faulty.Add(place.File);
        Add(new ConfigurationFault(place.File, place.Line, place.Column, FaultSeverity.Error, message));
    }

    /// <summary>Notes a warning.</summary>
    public void Warning(Place place, string message) =>
        Add(new ConfigurationFault(place.File, place.Line, place.Column, FaultSeverity.Warning, message));

    /// <summary>Says whether a file, or a file of a folder, has an error.</summary>
    public bool HasErrorsIn(string path) => _faulty.Any(file => file == path || file.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>Lists the faults by file, line and column; errors before warnings of the same place.</summary>
    public IReadOnlyList<ConfigurationFault> Sorted() =>
        [.. _faults
            .OrderBy(fault => fault.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Line)
            .ThenBy(fault => fault.Column)
            .ThenBy(fault => fault.Severity)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal)];

    // What an alias repeats is at fault once.
    private void Add(ConfigurationFault fault)
    {
        if (_faults.Count < Most && _known.Add(fault))
        {
            _faults.Add(_faults.Count < Most - 1 ? fault : fault with { Message = fault.Message + " (there are more faults; only the first 1000 are shown)" });
        }
    }
}
