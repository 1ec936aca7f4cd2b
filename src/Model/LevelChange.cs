namespace OpinionWatch.Model;

/// <summary>One step in the history of a level.</summary>
/// <param name="At">When.</param>
/// <param name="To">The level from then on.</param>
/// <param name="By">Who; <c>system</c> when the rules did it.</param>
/// <param name="Why">The reason, in Chinese.</param>
public sealed record LevelChange(DateTimeOffset At, Level To, string By, string Why);
