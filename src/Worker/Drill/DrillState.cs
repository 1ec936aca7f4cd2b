namespace OpinionWatch.Worker.Drill;

/// <summary>What became of a drill.</summary>
internal enum DrillState
{
    /// <summary>It is under way.</summary>
    Running,

    /// <summary>The canary was handed over by every channel of the contact, in time.</summary>
    Passed,

    /// <summary>It was handed over by every channel, too late.</summary>
    Late,

    /// <summary>It was not handed over by every channel.</summary>
    Lost,
}
