namespace OpinionWatch.Model;

/// <summary>One term met at one place (命中).</summary>
/// <param name="Term">The lexicon's spelling.</param>
/// <param name="Category">The lexicon's category.</param>
/// <param name="Start">Offset in UTF-16 units in <c>title + "\n" + text</c> of the original document.</param>
/// <param name="Length">Length there, in UTF-16 units.</param>
/// <param name="Matched">What stands there.</param>
public sealed record Hit(string Term, string Category, int Start, int Length, string Matched);
