namespace OpinionWatch.Console.Pages;

/// <summary>A page that only says something.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">What happened and what to do.</param>
/// <param name="Onward">Where to go on.</param>
public sealed record Notice(string Title, string Text, string Onward);
