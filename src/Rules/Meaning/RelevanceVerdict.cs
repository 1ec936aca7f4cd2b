namespace OpinionWatch.Rules.Meaning;

/// <summary>Why a document is the bureau's.</summary>
/// <param name="Topics">Its fields, heaviest first.</param>
/// <param name="Because">The words with their weights, their sum and the weight that was needed, for people.</param>
internal sealed record RelevanceVerdict(IReadOnlyList<string> Topics, string Because);
