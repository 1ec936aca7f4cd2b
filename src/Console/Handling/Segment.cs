namespace OpinionWatch.Console.Handling;

/// <summary>A piece of a text.</summary>
/// <param name="Text">The piece, harmless.</param>
/// <param name="Term">The term that hit here; null between hits.</param>
public sealed record Segment(string Text, string? Term);
