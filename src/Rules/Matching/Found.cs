namespace OpinionWatch.Rules.Matching;

/// <summary>A term accepted at one place of the folded text.</summary>
/// <param name="Term">The term.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Inner">It lies inside a longer term that was accepted, so it adds nothing of its own.</param>
internal readonly record struct Found(Term Term, int Start, int End, bool Inner);
