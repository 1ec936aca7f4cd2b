namespace OpinionWatch.Model.Duty;

/// <summary>One shift (班次): hours of certain days, and who has them in turn.</summary>
public sealed record DutyShift
{
    /// <summary>Its hours.</summary>
    public required DailySpan Hours { get; init; }

    /// <summary>Ids of contacts and groups of each turn; one turn alone is always the same.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Turns { get; init; }

    /// <summary>A day of the first turn.</summary>
    public DateOnly Since { get; init; }

    /// <summary>A turn lasts a day, not a week from Monday to Sunday.</summary>
    public bool ChangesDaily { get; init; }

    /// <summary>Gives who has the shift that begins on <paramref name="day"/>; before <see cref="Since"/> the turns go on backwards.</summary>
    public IReadOnlyList<string> TurnOf(DateOnly day)
    {
        var passed = ChangesDaily ? day.DayNumber - Since.DayNumber : (MondayOf(day) - MondayOf(Since)) / 7;
        return Turns.Count == 0 ? [] : Turns[((passed % Turns.Count) + Turns.Count) % Turns.Count];
    }

    // Day 0 of the calendar, 0001-01-01, was a Monday.
    private static int MondayOf(DateOnly day) => day.DayNumber - (day.DayNumber % 7);
}
