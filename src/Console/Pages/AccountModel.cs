namespace OpinionWatch.Console.Pages;

/// <summary>What somebody sees of their own account.</summary>
/// <param name="HasSecondFactor">A second factor is in force.</param>
/// <param name="PasswordSetAt">When the password was last set.</param>
/// <param name="NewSecret">Secret offered for a second factor; null while none is.</param>
/// <param name="Fault">Why it did not work; null otherwise.</param>
/// <param name="Done">What was done; null otherwise.</param>
public sealed record AccountModel(bool HasSecondFactor, DateTimeOffset PasswordSetAt, string? NewSecret = null, string? Fault = null, string? Done = null);
