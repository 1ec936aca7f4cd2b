namespace OpinionWatch.Storage.Backup;

/// <summary>One file of a backup, as its list names it.</summary>
/// <param name="Name">Path in the archive, with forward slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of those bytes, lower-case hexadecimal.</param>
public sealed record BackupFile(string Name, long Size, string Sha256);
