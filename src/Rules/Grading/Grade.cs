using OpinionWatch.Model;

namespace OpinionWatch.Rules.Grading;

/// <summary>A level with its score and reasons.</summary>
/// <param name="Level">The level.</param>
/// <param name="Score">0–100: the factors' points together, within bounds.</param>
/// <param name="Factors">The reasons.</param>
internal sealed record Grade(Level Level, int Score, IReadOnlyList<Factor> Factors);
