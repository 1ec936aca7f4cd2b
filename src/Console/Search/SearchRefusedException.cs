namespace OpinionWatch.Console.Search;

/// <summary>A query that cannot be answered, with what is allowed.</summary>
public sealed class SearchRefusedException(string message) : Exception(message);
