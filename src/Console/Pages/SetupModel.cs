namespace OpinionWatch.Console.Pages;

/// <summary>What the first-start page shows.</summary>
/// <param name="Name">The name typed before.</param>
/// <param name="Fault">Why it did not work; null at first.</param>
public sealed record SetupModel(string Name = "", string? Fault = null);
