namespace OpinionWatch.Worker.Watchdog;

/// <summary>What is wrong with the service.</summary>
internal enum TroubleKind
{
    /// <summary>No heartbeat and no answer: it does not run, or hangs as a whole.</summary>
    Gone,

    /// <summary>It was stopped as it should be, and not started again.</summary>
    Stopped,

    /// <summary>It answers, but one of its loops does not turn.</summary>
    Stuck,

    /// <summary>It works, but its console and API do not answer.</summary>
    Deaf,
}
