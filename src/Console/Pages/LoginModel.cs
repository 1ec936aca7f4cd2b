namespace OpinionWatch.Console.Pages;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Return">Where to go afterwards.</param>
/// <param name="Name">The name typed before.</param>
/// <param name="Fault">Why it did not work; null at first.</param>
/// <param name="NoAccounts">There is no account yet.</param>
public sealed record LoginModel(string Return, string Name = "", string? Fault = null, bool NoAccounts = false);
