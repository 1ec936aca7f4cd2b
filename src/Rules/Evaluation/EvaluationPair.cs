using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>What a person said of a document, and what the rules say.</summary>
/// <param name="Relevant">The label.</param>
/// <param name="Level">The label's level; null when only relevance was labelled.</param>
/// <param name="Analysis">What the rules say.</param>
/// <param name="Stance">The label's stance; null when it was not labelled.</param>
public sealed record EvaluationPair(bool Relevant, Level? Level, Analysis Analysis, Stance? Stance = null);
