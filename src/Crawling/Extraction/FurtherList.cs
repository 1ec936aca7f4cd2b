namespace OpinionWatch.Crawling.Extraction;

/// <summary>A list that another list names as a part of itself.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Mark">Changes when there is something new in it; 0 when its parent does not say.</param>
/// <param name="Once">It is read once for each reading of its parent, as the pages of a newspaper; false for a list of its own that is visited again and again.</param>
public sealed record FurtherList(Uri Url, long Mark, bool Once);
