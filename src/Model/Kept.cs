namespace OpinionWatch.Model;

/// <summary>All that one document, act or passing of time brought about, kept in one atomic, durable write.</summary>
public sealed record Kept
{
    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened to which incidents, in this order.</summary>
    public IReadOnlyList<IncidentChange> Changes { get; init; } = [];

    /// <summary>Messages that must be sent because of it.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>The document that brought it about; null for acts and the passing of time.</summary>
    public KeptDocument? Document { get; init; }
}
