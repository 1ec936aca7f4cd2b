namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>One file of the configuration folder as it was at one moment.</summary>
/// <param name="Name">Path below the folder, with forward slashes, e.g. <c>sites/city.yaml</c>.</param>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Its content; empty when <paramref name="Unreadable"/> says why.</param>
/// <param name="Unreadable">Why it could not be read; null when it could.</param>
internal sealed record ConfigurationFile(string Name, string Path, ReadOnlyMemory<byte> Bytes, string? Unreadable);
