namespace OpinionWatch.Model;

/// <summary>Where an incident stands (状态).</summary>
public enum IncidentState
{
    /// <summary>Opened, nobody has it.</summary>
    Open,

    /// <summary>已签收: a named person has it.</summary>
    Acknowledged,

    /// <summary>已研判.</summary>
    Assessed,

    /// <summary>处置中.</summary>
    Handling,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已排除: a false alarm, or merged into another.</summary>
    Dismissed,
}
