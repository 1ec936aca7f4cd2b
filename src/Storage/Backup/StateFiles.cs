using System.Security.Cryptography;

namespace OpinionWatch.Storage.Backup;

/// <summary>Whatever else lies in the data folder (accounts, keys, saved things): small files that are replaced whole.</summary>
internal static class StateFiles
{
    private const long LimitBytes = 256L * 1024 * 1024;
    private const int LimitCount = 20_000;

    /// <summary>Lists them.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="leaveOut">Full paths of files and folders that must not be in a backup: secrets, and the backup itself.</param>
    /// <param name="warnings">Takes what could not be kept.</param>
    public static IEnumerable<BackupItem> List(string dataFolder, IReadOnlyList<string> leaveOut, List<string> warnings)
    {
        var apart = leaveOut.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        foreach (var path in Walk(new DirectoryInfo(dataFolder), apart, isTop: true))
        {
            var name = BackupNames.State + Path.GetRelativePath(dataFolder, path).Replace(Path.DirectorySeparatorChar, '/');
            var bytes = BackupNames.IsAllowed(name) && ++count <= LimitCount ? TryRead(path) : null;
            if (bytes is null)
            {
                warnings.Add($"{name[BackupNames.State.Length..]}: the file was left out: its name is not possible elsewhere, it cannot be read, is larger than {LimitBytes / 1024 / 1024} MiB, or there are more than {LimitCount}");
                continue;
            }

            yield return BackupItem.OfFile(bytes with { Name = name }, path);
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder, HashSet<string> apart, bool isTop)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.LinkTarget is not null || apart.Contains(entry.FullName) || entry.Name[0] is '.' or '~' || (isTop && !BackupNames.IsState(entry.Name)))
            {
                continue;
            }

            if (entry is DirectoryInfo below)
            {
                foreach (var path in Walk(below, apart, isTop: false))
                {
                    yield return path;
                }
            }
            else if (entry.Attributes.HasFlag(FileAttributes.Device))
            {
                continue;
            }
            else
            {
                yield return entry.FullName;
            }
        }
    }

    private static BackupFile? TryRead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
            return file.Length > LimitBytes ? null : new BackupFile("", file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
