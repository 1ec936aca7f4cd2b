namespace OpinionWatch.Worker.Commands;

/// <summary>Where a command finds its configuration and keeps its data.</summary>
/// <param name="Config">Configuration folder, absolute.</param>
/// <param name="Data">Data folder given on the command line, absolute; null takes <c>data:</c> of the configuration.</param>
internal sealed record Folders(string Config, string? Data);
