namespace OpinionWatch.Worker.Configuration;

/// <summary><c>logs:</c> of <c>opinionwatch.yaml</c>.</summary>
/// <param name="Folder">Full path of the folder. Default <c>logs</c> in the data folder.</param>
/// <param name="EachBytes">A log file is closed at this size. Default 20,000,000.</param>
/// <param name="Keep">How many files are kept. Default 14.</param>
public sealed record LogOptions(string Folder, long EachBytes, int Keep);
