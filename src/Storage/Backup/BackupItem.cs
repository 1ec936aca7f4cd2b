namespace OpinionWatch.Storage.Backup;

/// <summary>A file that goes into a backup, and where it is read from.</summary>
/// <param name="File">Name, size and hash in the archive.</param>
/// <param name="Open">Opens its content.</param>
internal sealed record BackupItem(BackupFile File, Func<Stream> Open)
{
    /// <summary>A file on disk, as far as its size says.</summary>
    public static BackupItem OfFile(BackupFile file, string path) =>
        new(file, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan));

    /// <summary>Bytes in memory.</summary>
    public static BackupItem OfBytes(string name, byte[] bytes) =>
        new(new BackupFile(name, bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))), () => new MemoryStream(bytes));
}
