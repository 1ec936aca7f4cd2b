namespace OpinionWatch.Console.Status;

/// <summary>Hours in which a source was seen.</summary>
/// <param name="Hours">Hours with at least one answered visit.</param>
/// <param name="Of">Hours looked at.</param>
public sealed record Coverage(double Hours, double Of);
