namespace OpinionWatch.Alerts.Policy;

/// <summary>What a remark of the router says.</summary>
public enum RoutingRemarkKind
{
    /// <summary>None of the step's channels reaches the person; another one is used.</summary>
    OtherChannel,

    /// <summary>No channel reaches the person.</summary>
    Unreachable,

    /// <summary>The step reaches nobody at all: an error to be told loudly.</summary>
    Nobody,
}
