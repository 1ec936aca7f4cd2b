namespace OpinionWatch.Model.Duty;

/// <summary>Quiet hours (免打扰): messages of low levels wait until they end.</summary>
/// <param name="Hours">When.</param>
/// <param name="Levels">Which levels wait; critical and major never do, whatever stands here.</param>
/// <param name="Contacts">Ids of the contacts meant; empty: everybody.</param>
public sealed record QuietRule(DailySpan Hours, IReadOnlySet<Level> Levels, IReadOnlySet<string> Contacts);
