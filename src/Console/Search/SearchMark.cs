namespace OpinionWatch.Console.Search;

/// <summary>A place in a text, in UTF-16 units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="Length">How many.</param>
public sealed record SearchMark(int Start, int Length);
