namespace OpinionWatch.Console.Pages;

/// <summary>A form that could not be taken, with what somebody wrote into it.</summary>
/// <param name="Typed">What each longer field is called, and what stands in it; empty when there is nothing to give back.</param>
public sealed record LostForm(IReadOnlyList<(string Name, string Value)> Typed);
