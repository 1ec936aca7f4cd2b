namespace OpinionWatch.Worker.Configuration;

/// <summary>How much a fault of the configuration matters.</summary>
public enum FaultSeverity
{
    /// <summary>The configuration is refused.</summary>
    Error,

    /// <summary>The configuration is taken; somebody should look at it.</summary>
    Warning,
}
