namespace OpinionWatch.Model;

/// <summary>State of a clock.</summary>
public enum ClockState
{
    /// <summary>Not yet met, not yet due.</summary>
    Running,

    /// <summary>Met in time.</summary>
    Met,

    /// <summary>The instant passed before it was met.</summary>
    Missed,
}
