namespace OpinionWatch.Worker.Observability;

/// <summary>How the service stood when it was last asked.</summary>
internal sealed record Standing
{
    /// <summary>Live incidents by level and state.</summary>
    public IReadOnlyList<(string Level, string State, int Count)> Incidents { get; init; } = [];

    /// <summary>Clocks of live incidents by name and state.</summary>
    public IReadOnlyList<(string Clock, string State, int Count)> Clocks { get; init; } = [];

    /// <summary>Sources by id, and whether each is seen, blind or paused.</summary>
    public IReadOnlyList<(string Site, string State)> Sources { get; init; } = [];

    /// <summary>Addresses in the frontier.</summary>
    public int Frontier { get; init; }

    /// <summary>Messages not done with.</summary>
    public int Outbox { get; init; }

    /// <summary>Messages that failed and wait, or were given up.</summary>
    public int Troubled { get; init; }

    /// <summary>Records the view is behind the journal.</summary>
    public long Lag { get; init; }

    /// <summary>Free bytes on the data folder's volume; null when the system does not say.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>The data folder can be written.</summary>
    public bool CanWrite { get; init; } = true;
}
