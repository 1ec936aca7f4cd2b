namespace OpinionWatch.Console.Today;

/// <summary>How many incidents were opened on a day.</summary>
/// <param name="Day">The day, in the zone of the configuration.</param>
/// <param name="Count">How many.</param>
public sealed record DayCount(DateOnly Day, int Count);
