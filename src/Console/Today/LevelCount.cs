using OpinionWatch.Model;

namespace OpinionWatch.Console.Today;

/// <summary>How many live incidents have a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many.</param>
public sealed record LevelCount(Level Level, string Name, int Count);
