namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>What a person can do with an incident; the names are those of the HTTP calls of CONTRACT.md.</summary>
public enum IncidentAct
{
    /// <summary>签收.</summary>
    Acknowledge,

    /// <summary>报送.</summary>
    Reports,

    /// <summary>Another level.</summary>
    Level,

    /// <summary>A statutory clock is met by something other than an upward report.</summary>
    Meet,

    /// <summary>研判.</summary>
    Assess,

    /// <summary>交办.</summary>
    Assign,

    /// <summary>处置.</summary>
    Handle,

    /// <summary>A text of the bureau's own is drafted, approved or published.</summary>
    Texts,

    /// <summary>办结.</summary>
    Close,

    /// <summary>排除.</summary>
    Dismiss,

    /// <summary>合并.</summary>
    Merge,

    /// <summary>拆分.</summary>
    Split,

    /// <summary>撤销合并.</summary>
    Unmerge,
}
