namespace OpinionWatch.Console.Handling;

/// <summary>How much one source carried.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Tier">Name of its tier; empty when unknown.</param>
/// <param name="Documents">Documents found there.</param>
/// <param name="FirstAt">When the first was seen.</param>
/// <param name="LastAt">When the last was seen.</param>
public sealed record SpreadRow(string Source, string Tier, int Documents, DateTimeOffset FirstAt, DateTimeOffset LastAt);
