namespace OpinionWatch.Model.Duty;

/// <summary>Who is on duty when (值班表), who stands in for whom, and when who is left in peace (免打扰): <c>config/duty.yaml</c> and <c>config/holidays/*.yaml</c>.</summary>
public sealed record DutyPlan
{
    /// <summary>No rosters, nobody away, no quiet hours.</summary>
    public static DutyPlan None { get; } = new();

    /// <summary>Zone the hours of the day are meant in. Default UTC+8.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    /// <summary>Rosters by their ids; a step names them as it names contacts and groups.</summary>
    public IReadOnlyDictionary<string, DutyRoster> Rosters { get; init; } = new Dictionary<string, DutyRoster>();

    /// <summary>Who stands in for a contact, first choice first, by the contact's id; for every absence that names nobody of its own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Deputies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>When who is away.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>When who is left in peace.</summary>
    public IReadOnlyList<QuietRule> Quiet { get; init; } = [];

    /// <summary>Holidays and make-up workdays.</summary>
    public WorkCalendar Calendar { get; init; } = new();

    /// <summary>How far ahead holes are looked for. Default 7 days.</summary>
    public TimeSpan LookAhead { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Time of day at which faults of the roster and of people's channels are told. Default 09:00.</summary>
    public TimeOnly TellAt { get; init; } = new(9, 0);

    /// <summary>Ids of those they are told to; empty: those who get the digest.</summary>
    public IReadOnlyList<string> TellTo { get; init; } = [];
}
