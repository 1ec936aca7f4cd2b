using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>A number with its name.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="Level">The level it stands for; <see cref="Level.None"/> when it stands for none.</param>
public sealed record DigestCount(string Name, int Count, Level Level = Level.None);
