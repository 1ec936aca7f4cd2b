namespace OpinionWatch.Model.Duty;

/// <summary>One roster (值班表): a week that repeats, and what is otherwise on certain days.</summary>
public sealed record DutyRoster
{
    /// <summary>Short name, unique among contacts, groups and rosters.</summary>
    public required string Id { get; init; }

    /// <summary>The week that repeats; who is on several shifts at once is told once.</summary>
    public IReadOnlyList<DutyShift> Shifts { get; init; } = [];

    /// <summary>Dated changes, in the order of the file: each acts on what the ones before it made.</summary>
    public IReadOnlyList<DutyChange> Changes { get; init; } = [];

    /// <summary>Ids of contacts and groups told when nobody is on duty; empty: everybody the level's steps name, when nobody else is reached.</summary>
    public IReadOnlyList<string> Fallback { get; init; } = [];
}
