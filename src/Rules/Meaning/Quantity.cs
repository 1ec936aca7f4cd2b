namespace OpinionWatch.Rules.Meaning;

/// <summary>A number with its unit, as the text gives it.</summary>
/// <param name="Value">The number; 几百 and 上百 are taken at their least.</param>
/// <param name="Unit">户, 亩 (公顷 and 平方米 are converted), 人 or 吨.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where its unit ends, exclusive.</param>
internal readonly record struct Quantity(double Value, char Unit, int Start, int End);
