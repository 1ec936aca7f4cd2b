namespace OpinionWatch.Model;

/// <summary>Name and clocks of one level.</summary>
/// <param name="Name">What people see.</param>
/// <param name="Clocks">Clock name → time allowed (<c>reportWithin: 1h</c> is <c>report</c> → 1 h), in the order of the file.</param>
public sealed record LevelRule(string Name, IReadOnlyList<KeyValuePair<string, TimeSpan>> Clocks);
