namespace OpinionWatch.Worker.Watchdog;

/// <summary>What came of asking <c>/health/live</c>.</summary>
internal enum LiveAnswer
{
    /// <summary>It answered.</summary>
    Answers,

    /// <summary>It did not.</summary>
    Silent,

    /// <summary>There was no address to ask.</summary>
    NotAsked,
}
