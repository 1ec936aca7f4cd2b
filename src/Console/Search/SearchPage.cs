namespace OpinionWatch.Console.Search;

/// <summary>A page of what was found.</summary>
/// <param name="Items">What was found.</param>
/// <param name="Next">Where the next page begins; null when there is none.</param>
/// <param name="IsComplete">All kept documents are in the index; false while it is being built.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Items, long? Next, bool IsComplete);
