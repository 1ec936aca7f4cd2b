namespace OpinionWatch.Worker.Search;

/// <summary>The index itself failed: it is removed and built anew from the store.</summary>
internal sealed class BrokenIndexException(string message, Exception? cause = null) : Exception(message, cause);
