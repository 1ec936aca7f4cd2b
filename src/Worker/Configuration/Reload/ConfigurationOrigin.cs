namespace OpinionWatch.Worker.Configuration;

/// <summary>Where the configuration is read from, at start and at every reload.</summary>
/// <param name="Folder">The configuration folder.</param>
/// <param name="DataOverride">The data folder of <c>--data</c>; null takes the file's.</param>
/// <param name="Environment">Gives an environment variable; null when it is not set.</param>
public sealed record ConfigurationOrigin(string Folder, string? DataOverride, Func<string, string?> Environment);
