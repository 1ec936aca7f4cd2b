namespace OpinionWatch.Worker.Drill;

/// <summary>What is known of a drill (演习); the shape of its file and of its audit entry.</summary>
internal sealed record DrillReport
{
    /// <summary>Name of the drill and of its incident.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the contact.</summary>
    public required string To { get; init; }

    /// <summary>Who asked for it; <c>system</c> for the weekly one.</summary>
    public required string By { get; init; }

    /// <summary>When the canary was published; null before it was.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What became of it.</summary>
    public DrillState State { get; init; }

    /// <summary>Stages passed so far.</summary>
    public IReadOnlyList<DrillStage> Stages { get; init; } = [];

    /// <summary>Level it was given.</summary>
    public Model.Level? Level { get; init; }

    /// <summary>Why it is late or lost, and at which stage, in Chinese.</summary>
    public string? Why { get; init; }
}
