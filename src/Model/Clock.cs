namespace OpinionWatch.Model;

/// <summary>A statutory time limit of an incident (时限), stored as an instant.</summary>
/// <param name="Name"><c>report</c>, <c>statement</c>, <c>briefing</c>, <c>reply</c>, or one the bureau adds.</param>
/// <param name="DueAt">The instant it must be met by.</param>
/// <param name="MetAt">When it was met; may be later than <paramref name="DueAt"/> for a missed one.</param>
/// <param name="State">Running until met or until <paramref name="DueAt"/> has passed.</param>
public sealed record Clock(string Name, DateTimeOffset DueAt, DateTimeOffset? MetAt, ClockState State)
{
    /// <summary>Name of the clock an upward report stops.</summary>
    public const string Report = "report";

    /// <summary>Name of the clock of the first authoritative publication.</summary>
    public const string Statement = "statement";

    /// <summary>Name of the clock of the press conference.</summary>
    public const string Briefing = "briefing";

    /// <summary>Name of the clock of an answer to an ordinary question.</summary>
    public const string Reply = "reply";
}
