namespace OpinionWatch.Crawling.Frontier;

/// <summary>The sink could not keep what was found in a page.</summary>
internal sealed class PageNotKeptException(Exception inner) : Exception(inner.Message, inner);
