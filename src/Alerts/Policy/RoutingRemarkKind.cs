namespace OpinionWatch.Alerts.Policy;

/// <summary>What a remark of the router says.</summary>
public enum RoutingRemarkKind
{
    /// <summary>None of the step's channels reaches the person; another one is used.</summary>
    OtherChannel,

    /// <summary>No channel reaches the person.</summary>
    Unreachable,

    /// <summary>A deputy is told instead of a person who is away or cannot be reached.</summary>
    StoodIn,

    /// <summary>Nobody is on duty by a roster the step names: a fault to be told loudly.</summary>
    EmptyRoster,

    /// <summary>The step reaches none of those it names; others are told instead: a fault to be told loudly.</summary>
    Others,

    /// <summary>The step reaches nobody at all: an error to be told loudly.</summary>
    Nobody,
}
