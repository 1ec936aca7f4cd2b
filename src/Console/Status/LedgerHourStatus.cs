namespace OpinionWatch.Console.Status;

/// <summary>One hour of the ledger.</summary>
public sealed record LedgerHourStatus
{
    /// <summary>The hour's first instant.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary><c>open</c> until it was added up, then <c>balanced</c> or <c>differs</c>.</summary>
    public required string State { get; init; }

    /// <summary>True when the process died in it; null otherwise.</summary>
    public bool? Interrupted { get; init; }

    /// <summary>What does not add up, by stage, in Chinese; null when everything does.</summary>
    public string? Why { get; init; }

    /// <summary>The counts of each source.</summary>
    public required IReadOnlyList<LedgerSourceStatus> Sources { get; init; }

    /// <summary>Alerts put into the outbox in the hour, by the state they are in now.</summary>
    public required IReadOnlyDictionary<string, long> Alerts { get; init; }
}
