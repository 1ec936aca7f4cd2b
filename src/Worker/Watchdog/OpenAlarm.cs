namespace OpinionWatch.Worker.Watchdog;

/// <summary>Trouble people are being told of.</summary>
internal sealed record OpenAlarm
{
    /// <summary>What kind.</summary>
    public required TroubleKind Kind { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When people were told first; part of the messages' ids.</summary>
    public required DateTimeOffset ToldFirstAt { get; init; }

    /// <summary>When people were told last.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>How often it was told again.</summary>
    public int Repeats { get; init; }

    /// <summary>It is over, and that is being told.</summary>
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>Contact and channel of each message of this round that got through or never will.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];
}
