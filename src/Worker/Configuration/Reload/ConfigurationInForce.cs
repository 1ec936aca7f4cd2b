namespace OpinionWatch.Worker.Configuration;

/// <summary>Holds the configuration that is in force, and why the last edit was refused. Safe to read from any thread.</summary>
public sealed class ConfigurationInForce
{
    private volatile State _state;

    /// <summary>Puts the first configuration in force.</summary>
    /// <param name="first">The configuration the service starts with.</param>
    /// <param name="faults">Its warnings.</param>
    /// <param name="since">The instant.</param>
    public ConfigurationInForce(WatchConfiguration first, IReadOnlyList<ConfigurationFault> faults, DateTimeOffset since) => _state = new State(first, since, faults);

    /// <summary>Raised after a new configuration was put in force, on the watcher's thread; a handler must be quick and must not throw.</summary>
    public event EventHandler<ConfigurationChangedEventArgs>? Changed;

    /// <summary>The configuration in force. Read it once per piece of work.</summary>
    public WatchConfiguration Current => _state.Configuration;

    /// <summary>Since when it is in force.</summary>
    public DateTimeOffset Since => _state.Since;

    /// <summary>Faults of the files as they are now: errors when the last edit was refused, warnings of the one in force otherwise.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => _state.Faults;

    /// <summary>Puts a reading in force when it is good; keeps its faults when it is not.</summary>
    /// <returns>What changed; null when the reading was refused.</returns>
    internal ConfigurationChangedEventArgs? Take(ConfigurationReading reading, DateTimeOffset now)
    {
        var before = _state;
        if (reading.Configuration is not { } configuration)
        {
            _state = before with { Faults = reading.Faults };
            return null;
        }

        _state = new State(configuration, now, reading.Faults);
        var change = new ConfigurationChangedEventArgs(before.Configuration, configuration, now);
        Changed?.Invoke(this, change);
        return change;
    }

    /// <summary>Forgets the faults of an edit that was taken back: the files are again the ones in force.</summary>
    internal void Restore(IReadOnlyList<ConfigurationFault> warnings) => _state = _state with { Faults = warnings };

    private sealed record State(WatchConfiguration Configuration, DateTimeOffset Since, IReadOnlyList<ConfigurationFault> Faults);
}
