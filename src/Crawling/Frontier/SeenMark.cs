namespace OpinionWatch.Crawling.Frontier;

/// <summary>What is remembered for good of an item: that it was met, and how it looked in the list.</summary>
/// <param name="Key">Canonical address.</param>
/// <param name="Mark">Changes when the list shows that there is more to fetch (replies of a thread); 0 for what never changes.</param>
public sealed record SeenMark(string Key, long Mark);
