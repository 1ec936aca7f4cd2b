namespace OpinionWatch.Model;

/// <summary>What became of one attempt.</summary>
public sealed record DeliveryChange
{
    /// <summary>Id of the alert.</summary>
    public required string AlertId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The state from now on.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Attempts made so far, this one included.</summary>
    public int Attempts { get; init; }

    /// <summary>When it may be tried next; null when it is done with.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Message-ID of the bundle it goes out in; null when it goes out under its own.</summary>
    public string? MessageId { get; init; }

    /// <summary>Number the gateway gave the message, for receipts that name only that; null when it gave none.</summary>
    public string? GatewayId { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }
}
